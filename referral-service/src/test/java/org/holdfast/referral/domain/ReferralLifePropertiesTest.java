package org.holdfast.referral.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.referral.domain.People.HARBOR;
import static org.holdfast.referral.domain.People.NOON;
import static org.holdfast.referral.domain.People.SHELTER;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.holdfast.chassis.decide.Decision;
import org.holdfast.chassis.testkit.Seeds;
import org.junit.jupiter.api.Test;

/** Every sequence of commands, drawn by chance, keeps the rules of a referral's life. */
class ReferralLifePropertiesTest {

    /** A rare edge may want more of them than this; the bound holds where an edge cannot be reached at all. */
    private static final int SEQUENCES = 20_000;

    private static final int AT_MOST = 20 * SEQUENCES;
    private static final int LENGTH = 14;

    /** The only ways from one state to the next. */
    private static final Map<String, Set<String>> EDGES = Map.of(
            "Unknown", Set.of("Proposed"),
            "Proposed", Set.of("WaitingForConsent", "Sent", "Dropped"),
            "WaitingForConsent", Set.of("WaitingForConsent", "Sent", "Proposed", "Dropped"),
            "Sent", Set.of("Opened", "Accepted", "Declined", "Expired", "Cancelled"),
            "Opened", Set.of("Accepted", "Declined", "Expired", "Cancelled"),
            "Accepted", Set.of("Completed", "Cancelled"));

    @Test
    void followsOnlyTheEdgesAndNeverLeavesAnEnd() {
        Random random = Seeds.random(getClass());
        ReferralDecider decider = People.decider();
        Map<String, Set<String>> seen = new HashMap<>();
        for (int sequence = 0; sequence < SEQUENCES || sequence < AT_MOST && !seen.equals(EDGES); sequence++) {
            ReferralState state = decider.initial();
            Instant now = NOON;
            for (int step = 0; step < LENGTH; step++) {
                now = now.plusSeconds(random.nextInt(400));
                ReferralCommand command = command(random, state, decider, now);
                if (!(decider.decide(state, command)
                        instanceof Decision.Accepted<ReferralEvent>(List<ReferralEvent> events))) {
                    continue;
                }
                assertThat(events).hasSizeLessThanOrEqualTo(1);
                for (ReferralEvent event : events) {
                    ReferralState next = decider.evolve(state, event);
                    String from = state.getClass().getSimpleName();
                    String to = next.getClass().getSimpleName();
                    assertThat(EDGES.getOrDefault(from, Set.of()))
                            .as("%s by %s", from, command)
                            .contains(to);
                    assertThat(event.at()).as("history is monotone").isEqualTo(now);
                    onlyWhatTheConsentCovers(command, event, next);
                    onlyThePartner(command, state);
                    seen.computeIfAbsent(from, unused -> new HashSet<>()).add(to);
                    state = next;
                }
            }
        }
        assertThat(seen).as("the sequences reach every edge").isEqualTo(EDGES);
    }

    @Test
    void decidesTheSameAgainAndARepeatChangesNothingMore() {
        Random random = Seeds.random(getClass());
        ReferralDecider decider = People.decider();
        for (int sequence = 0; sequence < 2_000; sequence++) {
            ReferralState state = decider.initial();
            Instant now = NOON;
            for (int step = 0; step < LENGTH; step++) {
                now = now.plusSeconds(random.nextInt(400));
                ReferralCommand command = command(random, state, decider, now);
                Decision<ReferralEvent> decision = decider.decide(state, command);
                assertThat(decider.decide(state, command)).isEqualTo(decision);
                if (decision instanceof Decision.Accepted<ReferralEvent>(List<ReferralEvent> events)) {
                    for (ReferralEvent event : events) {
                        state = decider.evolve(state, event);
                    }
                    assertThat(decider.decide(state, command))
                            .as("a repeat of %s in %s", command, state)
                            .satisfiesAnyOf(
                                    again -> assertThat(again).isEqualTo(Decision.accepted(List.of())),
                                    again -> assertThat(again).isInstanceOf(Decision.Refused.class));
                }
            }
        }
    }

    private static void onlyWhatTheConsentCovers(ReferralCommand command, ReferralEvent event, ReferralState next) {
        if (event instanceof ReferralEvent.ReferralSent sent) {
            Consent consent = switch (command) {
                case ReferralCommand.Send send -> send.heard();
                case ReferralCommand.HearConsent heard -> heard.consent();
                case ReferralCommand.ConsentWaitDue due -> due.heard();
                default -> throw new AssertionError("sent by " + command);
            };
            assertThat(consent.recipient()).isEqualTo(sent.sending().partner());
            assertThat(consent.id()).isEqualTo(sent.sending().consentId());
            assertThat(consent.contactId())
                    .isEqualTo(((ReferralState.Known) next).asked().contactId());
            assertThat(consent.caseId())
                    .isEqualTo(((ReferralState.Known) next).asked().caseId());
            assertThat(consent.withdrawn()).isFalse();
            assertThat(consent.until()).isAfter(sent.at());
            assertThat(sent.respondBy()).isBeforeOrEqualTo(consent.until());
        }
    }

    private static void onlyThePartner(ReferralCommand command, ReferralState before) {
        if (command instanceof ReferralCommand.OfPartner ofPartner) {
            assertThat(before)
                    .isInstanceOfSatisfying(
                            ReferralState.Directed.class,
                            directed -> assertThat(directed.sending().partner()).isEqualTo(ofPartner.partner()));
        }
    }

    private static ReferralCommand command(Random random, ReferralState state, ReferralDecider decider, Instant now) {
        Consent heard = random.nextInt(3) == 0 ? null : consent(random, now);
        String partner = random.nextInt(4) == 0 ? SHELTER : HARBOR;
        return switch (random.nextInt(11)) {
            case 0 -> new ReferralCommand.Propose(People.mariaAsksForCrisisHelp(), People.threeOffers(), Map.of(), now);
            case 1, 2 ->
                new ReferralCommand.Send(
                        pick(
                                random,
                                People.CRISIS_LINE,
                                People.CRISIS_LINE,
                                People.BEDS,
                                People.PHONE_ONLY,
                                "svc-none"),
                        pick(random, "consent-1", "consent-1", "consent-2", null),
                        heard,
                        Urgency.values()[random.nextInt(3)],
                        now);
            case 3 -> new ReferralCommand.HearConsent(consent(random, now), now);
            case 4 -> new ReferralCommand.ConsentWaitDue(due(state, decider, now), heard, now);
            case 5 -> new ReferralCommand.RespondDue(due(state, decider, now), now);
            case 6 -> new ReferralCommand.Open(partner, now);
            case 7 -> new ReferralCommand.Accept(partner, now);
            case 8 ->
                new ReferralCommand.Decline(
                        partner,
                        DeclineReason.values()[random.nextInt(DeclineReason.values().length)],
                        DeclinedBy.values()[random.nextInt(2)],
                        random.nextBoolean() ? "note" : null,
                        now);
            case 9 ->
                new ReferralCommand.ReportOutcome(
                        partner,
                        Outcome.values()[random.nextInt(Outcome.values().length)],
                        random.nextBoolean() ? "note" : null,
                        now);
            default ->
                new ReferralCommand.Cancel(
                        random.nextInt(3) == 0 ? CancelReason.SENT_IN_ERROR : CancelReason.OTHER_HELP_FOUND, now);
        };
    }

    private static Instant due(ReferralState state, ReferralDecider decider, Instant now) {
        return decider.timers(state).values().stream().findFirst().orElse(now);
    }

    private static Consent consent(Random random, Instant now) {
        return new Consent(
                pick(random, "consent-1", "consent-1", "consent-2"),
                pick(random, "contact-maria", "contact-maria", "contact-maria", "contact-maria-again"),
                pick(random, "case-maria", "case-maria", "case-maria", "case-john"),
                pick(random, HARBOR, HARBOR, SHELTER),
                now.plus(Duration.ofMinutes(random.nextInt(60) - 5)),
                random.nextInt(5) == 0);
    }

    private static String pick(Random random, String... of) {
        return of[random.nextInt(of.length)];
    }
}
