package org.holdfast.intake.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.holdfast.chassis.decide.Decision;
import org.holdfast.chassis.decide.Refusal;

/** Given, when and then for a contact, and the people who call. */
final class Desk {

    static final Instant NOW = Instant.parse("2026-11-22T21:00:00Z");
    static final Catalogue CATALOGUE = Catalogue.of(List.of(
            new ItemRule("cssrs.q1", ItemKind.FIVE, null, null, List.of(), List.of()),
            new ItemRule("cssrs.q4", ItemKind.FIVE, null, null, List.of(), List.of("YES")),
            new ItemRule("cssrs.q6.recency", ItemKind.DATE, null, null, List.of("PAST_3_MONTHS"), List.of("*")),
            new ItemRule("phq9.q9", ItemKind.INTEGER, 0, 3, List.of(), List.of("2", "3")),
            new ItemRule(
                    "observed.means", ItemKind.CHOICE, null, null, List.of("IN_HAND", "AWAY"), List.of("IN_HAND"))));

    static final Needs NEEDS = new Needs(List.of("crisis", "mental-health", "food"));

    private final ContactDecider decider = decider();
    private Contact state = decider.initial();

    static ContactDecider decider() {
        return new ContactDecider(NEEDS);
    }

    static Desk nobody() {
        return new Desk();
    }

    /** Ruth calls about herself, by phone. */
    static Desk ruthOnThePhone() {
        return nobody().after(open());
    }

    static ContactCommand.OpenContact open(Given... answers) {
        return new ContactCommand.OpenContact(
                new Opening("contact1", "case1", Channel.PHONE, Relation.SELF, NOW),
                new Change("en", null, List.of(), Map.of(Detail.CALLER_NAME, "ref1")),
                List.of(answers),
                CATALOGUE);
    }

    static Given yes(String item) {
        return new Given(item, "YES", true, null);
    }

    static Given given(String item, String value) {
        return new Given(item, value, true, null);
    }

    static ContactCommand.GiveAnswers answers(Given... answers) {
        return new ContactCommand.GiveAnswers(List.of(answers), CATALOGUE, NOW.plusSeconds(60));
    }

    static final Recipients KNOWN = Recipients.of(List.of("harbour", "other"));

    static ContactCommand.GiveConsent consentFor(String partner) {
        return new ContactCommand.GiveConsent(
                "consent1", partner, KNOWN, List.of(Scope.NAME, Scope.PHONE), NOW.plusSeconds(86_400), NOW);
    }

    Desk after(ContactCommand... commands) {
        for (ContactCommand command : commands) {
            switch (decider.decide(state, command)) {
                case Decision.Accepted<ContactEvent>(List<ContactEvent> events) -> {
                    Assertions.assertThat(events).hasSize(1);
                    events.forEach(event -> state = decider.evolve(state, event));
                }
                case Decision.Refused<ContactEvent>(Refusal refusal) -> throw new AssertionError(refusal);
            }
        }
        return this;
    }

    Refusal refuses(ContactCommand command) {
        Contact before = state;
        Decision<ContactEvent> decision = decider.decide(state, command);
        Assertions.assertThat(decision).isInstanceOf(Decision.Refused.class);
        Assertions.assertThat(state).isEqualTo(before);
        return ((Decision.Refused<ContactEvent>) decision).refusal();
    }

    ContactEvent accepts(ContactCommand command) {
        Decision<ContactEvent> decision = decider.decide(state, command);
        Assertions.assertThat(decision).isInstanceOf(Decision.Accepted.class);
        return ((Decision.Accepted<ContactEvent>) decision).events().getFirst();
    }

    Contact state() {
        return state;
    }

    Facts facts() {
        return state.known().orElseThrow();
    }
}
