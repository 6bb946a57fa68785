package org.holdfast.referral.domain.matching;

import java.util.Optional;
import org.holdfast.referral.domain.directory.Service;
import org.jspecify.annotations.Nullable;

/** Whether the person may use the service: ages are decided, prose is for a person to read and stays unknown. */
record EligibilityCriterion() implements Criterion {

    private static final String AGES = "service.minimum_age, service.maximum_age";
    private static final String PROSE = "service.eligibility_description";

    @Override
    public String name() {
        return "eligibility";
    }

    @Override
    public boolean excludes() {
        return true;
    }

    @Override
    public Verdict judge(Wanted wanted, Considered considered) {
        Service service = considered.service();
        Integer age = wanted.age();
        Integer least = service.minimumAge();
        Integer most = service.maximumAge();
        Optional<String> text = considered.eligibility();
        String ages = "ages " + (least == null ? "any" : least) + " to " + (most == null ? "any" : most);
        if (age != null && (least != null && age < least || most != null && age > most)) {
            return Verdict.fail(name(), ages, AGES);
        }
        if (age != null && (least != null || most != null) && text.isEmpty()) {
            return Verdict.pass(name(), 0, ages, AGES);
        }
        if (text.isPresent()) {
            return Verdict.unknown(name(), 0, "prose, to be read: " + text.get(), PROSE);
        }
        return least == null && most == null
                ? Verdict.unknown(name(), 1, "not stated", PROSE)
                : Verdict.unknown(name(), 0, ages + ", age not known", AGES);
    }

    /** What the directory says, in at most 160 characters; empty when it says nothing. */
    static Optional<String> shortened(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        String line = text.strip().replaceAll("\\s+", " ");
        return Optional.of(line.length() <= 160 ? line : line.substring(0, 159) + "…");
    }
}
