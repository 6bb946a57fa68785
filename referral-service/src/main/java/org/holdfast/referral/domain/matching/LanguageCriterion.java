package org.holdfast.referral.domain.matching;

import java.util.List;
import java.util.Locale;
import org.holdfast.referral.domain.directory.Language;
import org.jspecify.annotations.Nullable;

/** Whether the person is understood: in the language, else through an interpreter; a no ranks lower, it never excludes. */
record LanguageCriterion() implements Criterion {

    private static final String SPOKEN = "service.languages, location.languages, phone.languages";
    private static final String INTERPRETED = "service.interpretation_services";
    private static final List<String> INTERPRETERS = List.of(
            "interpreter",
            "interpreters",
            "interpretation",
            "interpreting",
            "language line",
            "translator",
            "translators");
    private static final List<String> NONE = List.of("none", "no", "not available");

    @Override
    public String name() {
        return "language";
    }

    @Override
    public boolean excludes() {
        return false;
    }

    @Override
    public Verdict judge(Wanted wanted, Considered considered) {
        if (wanted.language() == null) {
            return Verdict.unknown(name(), 0, "language not known", SPOKEN);
        }
        String primary = primary(wanted.language());
        List<Language> named = considered.languages();
        List<Language> spoken = named.stream()
                .filter(language -> language.code() != null && primary.equals(primary(language.code())))
                .toList();
        if (spoken.stream().anyMatch(language -> !language.limited())) {
            return Verdict.pass(name(), 0, primary + " spoken", SPOKEN);
        }
        String interpretation = considered.service().interpretationServices();
        String prose = Words.prose(interpretation);
        if (interpretation != null
                && Words.firstIn(prose, INTERPRETERS).isPresent()
                && Words.firstIn(prose, NONE).isEmpty()) {
            return Verdict.pass(name(), 1, interpretation, INTERPRETED);
        }
        if (!spoken.isEmpty()) {
            return Verdict.unknown(name(), 0, primary + " limited", SPOKEN);
        }
        if (interpretation != null && !interpretation.isBlank()) {
            return Verdict.unknown(name(), 1, interpretation, INTERPRETED);
        }
        return named.stream().anyMatch(Language::named)
                ? Verdict.fail(name(), primary + " not among the languages named", SPOKEN)
                : Verdict.unknown(name(), 2, "not stated", SPOKEN);
    }

    private static String primary(@Nullable String tag) {
        if (tag == null) {
            return "";
        }
        int end = 0;
        while (end < tag.length() && tag.charAt(end) != '-' && tag.charAt(end) != '_') {
            end++;
        }
        return tag.substring(0, end).toLowerCase(Locale.ROOT);
    }
}
