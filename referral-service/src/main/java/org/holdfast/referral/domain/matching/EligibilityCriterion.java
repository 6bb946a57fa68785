package org.holdfast.referral.domain.matching;

import org.holdfast.referral.domain.directory.Listing;
import org.holdfast.referral.domain.directory.Service;

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
    public Verdict judge(Wanted wanted, Listing listing) {
        Service service = listing.service();
        Integer age = wanted.age();
        Integer least = service.minimumAge();
        Integer most = service.maximumAge();
        String text = service.eligibilityDescription();
        String ages = "ages " + (least == null ? "any" : least) + " to " + (most == null ? "any" : most);
        if (age != null && (least != null && age < least || most != null && age > most)) {
            return Verdict.fail(name(), ages, AGES);
        }
        if (age != null && (least != null || most != null) && (text == null || text.isBlank())) {
            return Verdict.pass(name(), 0, ages, AGES);
        }
        if (text != null && !text.isBlank()) {
            return Verdict.unknown(name(), 0, "prose, to be read: " + shortened(text), PROSE);
        }
        return least == null && most == null
                ? Verdict.unknown(name(), 1, "not stated", PROSE)
                : Verdict.unknown(name(), 0, ages + ", age not known", AGES);
    }

    private static String shortened(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= 160 ? line : line.substring(0, 159) + "…";
    }
}
