package org.holdfast.referral.domain.matching;

import java.util.List;
import java.util.Optional;

/** Whether the service meets the need: its classification says so, or its prose may mean it. */
record NeedCriterion() implements Criterion {

    private static final String TERMS = "service.attributes.taxonomy_term";

    @Override
    public String name() {
        return "need";
    }

    @Override
    public boolean excludes() {
        return true;
    }

    @Override
    public Verdict judge(Wanted wanted, Considered considered) {
        return judge(wanted.need(), considered);
    }

    /** Nothing but the need counts: who asks, and from where, makes no difference. */
    Verdict judge(Need need, Considered considered) {
        Optional<String> inName = Words.firstIn(considered.name(), need.words());
        Optional<String> inText =
                inName.isPresent() ? Optional.empty() : Words.firstIn(considered.description(), need.words());
        int mention = inName.isPresent() ? 0 : inText.isPresent() ? 1 : 2;
        List<String> own = considered.terms();
        return first(own, need.terms())
                .map(term -> Verdict.pass(name(), mention, "classified as " + term, TERMS))
                .or(() -> first(considered.listing().broader(), need.terms())
                        .map(term -> Verdict.pass(name(), mention, "classified under " + term, TERMS)))
                .or(() -> first(own, need.related())
                        .map(term -> Verdict.pass(name(), 3 + mention, "classified as " + term + " (related)", TERMS)))
                .or(() -> inName.map(word -> Verdict.unknown(name(), 0, "name mentions " + word, "service.name")))
                .or(() -> inText.map(
                        word -> Verdict.unknown(name(), 1, "description mentions " + word, "service.description")))
                .orElseGet(() -> nothingSaid(considered));
    }

    private Verdict nothingSaid(Considered considered) {
        boolean silent =
                considered.terms().isEmpty() && considered.description().isBlank();
        return silent
                ? Verdict.unknown(name(), 9, "neither classified nor described", TERMS)
                : Verdict.fail(name(), "not classified so and not mentioned", TERMS);
    }

    private static Optional<String> first(List<String> terms, List<String> wanted) {
        return wanted.stream().filter(terms::contains).findFirst();
    }
}
