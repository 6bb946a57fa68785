package org.holdfast.intake.domain.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.holdfast.chassis.journal.Shapes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutcomeTest {

    static final Instant NOW = Instant.parse("2026-11-22T21:00:00Z");
    static final Duration WITHIN = Duration.ofSeconds(5);
    private static final Outcome RUTH = Outcome.of("contact1", "case1").told(2, NOW);

    @Test
    void isSilentOnlyAfterItsTime() {
        assertThat(RUTH.silent(NOW.plusSeconds(5), WITHIN)).isFalse();
        assertThat(RUTH.silent(NOW.plusMillis(5_001), WITHIN)).isTrue();
        assertThat(RUTH.heard(assessment("D", 2, 1), NOW).silent(NOW.plusSeconds(60), WITHIN))
                .isFalse();
    }

    @Test
    void isSilentThoughAnswersKeepComing() {
        Outcome typing = RUTH.told(3, NOW.plusSeconds(4)).told(4, NOW.plusSeconds(8));

        assertThat(typing.silent(NOW.plusSeconds(5), WITHIN)).isFalse();
        assertThat(typing.silent(NOW.plusMillis(5_001), WITHIN)).isTrue();
        assertThat(typing.told().waitingSince()).isEqualTo(NOW);
    }

    @Test
    void whatWasAssessedIsNotWaitedForAndTheOldestOfTheRestIs() {
        Outcome typing = RUTH.told(3, NOW.plusSeconds(4))
                .told(4, NOW.plusSeconds(8))
                .heard(assessment("D", 2, 1), NOW.plusSeconds(9));

        assertThat(typing.silent(NOW.plusSeconds(9), WITHIN)).isFalse();
        assertThat(typing.silent(NOW.plusMillis(9_001), WITHIN)).isTrue();
        assertThat(typing.heard(assessment("D", 4, 2), NOW).silent(NOW.plusSeconds(60), WITHIN))
                .isFalse();
        Outcome again = typing.heard(assessment("D", 4, 2), NOW).told(5, NOW.plusSeconds(60));
        assertThat(again.silent(NOW.plusSeconds(65), WITHIN)).isFalse();
        assertThat(again.silent(NOW.plusMillis(65_001), WITHIN)).isTrue();
    }

    @Test
    void thousandsOfUnassessedAnswersAreNeverWaitedForTooLong() {
        Outcome typing = RUTH;
        for (int version = 3; version <= 1_000; version++) {
            typing = typing.told(version, NOW.plusSeconds(version));
        }

        assertThat(typing.told().unassessed()).hasSize(100);
        assertThat(typing.told().version()).isEqualTo(1_000);
        assertThat(typing.told().waitingSince()).isEqualTo(NOW);
        Outcome caughtUpSomewhat = typing.heard(assessment("D", 600, 1), NOW);
        assertThat(caughtUpSomewhat.told().waitingSince()).isBefore(NOW.plusSeconds(601));
        assertThat(caughtUpSomewhat.heard(assessment("D", 1_000, 2), NOW).assessed())
                .isTrue();
    }

    @Test
    void whatIsUrgentOnceStandsInNoQueue() {
        assertThat(RUTH.told().canQueue()).isTrue();
        Outcome urgent = RUTH.urgently();
        assertThat(urgent.told().canQueue()).isFalse();
        assertThat(urgent.told(3, NOW.plusSeconds(1)).told().canQueue()).isFalse();
        assertThat(urgent.heard(assessment("D", 2, 1), NOW).told().canQueue()).isFalse();
    }

    @Test
    void whatWasWrittenBeforeLanesWereKeptCountsAsUrgent() {
        Shapes shapes = new Shapes();
        String before = shapes.write(Outcome.class, RUTH).replace(",\"routine\":true", "");

        assertThat(before).doesNotContain("routine");
        assertThat(shapes.read(Outcome.class, before).told().canQueue()).isFalse();
        assertThat(shapes.read(Outcome.class, shapes.write(Outcome.class, RUTH)))
                .isEqualTo(RUTH);
    }

    @Test
    void anAssessmentOfAnOlderVersionDoesNotSettleTheCode() {
        Outcome outcome = RUTH.heard(assessment("D", 1, 1), NOW);

        assertThat(outcome.settledCode()).isNull();
        assertThat(outcome.silent(NOW.plusSeconds(6), WITHIN)).isTrue();
        assertThat(outcome.heard(assessment("D", 2, 2), NOW).settledCode()).isEqualTo("D");
    }

    @Test
    void anOlderAssessmentNeverReplacesANewerOne() {
        Outcome outcome = RUTH.heard(assessment("B", 2, 2), NOW);

        assertThat(outcome.heard(assessment("D", 1, 1), NOW)).isEqualTo(outcome);
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "B", "Z9"})
    void anAlarmingCodeWithoutAnAlertIsUnconfirmedAfterFiveSeconds(String code) {
        Outcome outcome = RUTH.heard(assessment(code, 2, 1), NOW);

        assertThat(outcome.awaitingAlert()).isTrue();
        assertThat(outcome.unconfirmed(NOW.plusSeconds(5), WITHIN)).isEmpty();
        assertThat(outcome.unconfirmed(NOW.plusMillis(5_001), WITHIN)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"C", "UNTRIAGED", "D", "G", "OPERATOR_CHOICE"})
    void anyOtherCodeNeedsNoAlert(String code) {
        assertThat(RUTH.heard(assessment(code, 2, 1), NOW).unconfirmed(NOW.plusSeconds(60), WITHIN))
                .isEmpty();
    }

    @Test
    void anAlertForALessUrgentCodeConfirmsNothing() {
        Outcome outcome = RUTH.heard(new Reached("f1", "B", NOW, NOW))
                .heard(raised(1, 1, "B", "f1"))
                .heard(new Reached("f2", "A", NOW, NOW));

        assertThat(outcome.unconfirmed(NOW.plusSeconds(6), WITHIN))
                .get()
                .extracting(Reached::factId)
                .isEqualTo("f2");
        assertThat(outcome.heard(raised(1, 2, "A", "f2")).awaitingAlert()).isFalse();
    }

    @Test
    void aSecondFactOfTheSameUrgencyIsCoveredWhileTheAlertIsOpenAndNotAfterItWasClosed() {
        Outcome ringing = RUTH.heard(new Reached("f1", "B", NOW, NOW)).heard(raised(1, 1, "B", "f1"));
        Reached later = new Reached("f2", "B", NOW.plusSeconds(60), NOW.plusSeconds(60));

        assertThat(ringing.heard(later).awaitingAlert()).isFalse();
        Outcome closed = ringing.heard(notice(1, 2, AlertNotice.Kind.CLOSED, NOW.plusSeconds(30)));
        assertThat(closed.awaitingAlert()).isFalse();
        assertThat(closed.heard(later).awaitingAlert()).isTrue();
    }

    @Test
    void anAnsweredAlertStaysAnsweredWhenALatePageArrives() {
        Outcome outcome = RUTH.heard(raised(1, 1, "B", "f1"))
                .heard(notice(1, 4, AlertNotice.Kind.ACKNOWLEDGED, NOW))
                .heard(notice(1, 5, AlertNotice.Kind.DELIVERED, NOW));

        assertThat(AlertStanding.of(outcome).orElseThrow().state()).isEqualTo(AlertNotice.Kind.ACKNOWLEDGED);
        Outcome worse = outcome.heard(raised(1, 6, "A", "f2"));
        assertThat(AlertStanding.of(worse).orElseThrow().state()).isEqualTo(AlertNotice.Kind.RAISED);
        Outcome paged = worse.heard(notice(1, 7, AlertNotice.Kind.DELIVERED, NOW));
        assertThat(AlertStanding.of(paged).orElseThrow().state()).isEqualTo(AlertNotice.Kind.DELIVERED);
    }

    @Test
    void keepsTheNewestPagesWhenTheSafetyNetIsPagedForHours() {
        Outcome outcome = RUTH.heard(raised(1, 1, "B", "f1"));
        for (int version = 2; version < 300; version++) {
            outcome = outcome.heard(notice(1, version, AlertNotice.Kind.DELIVERED, NOW));
        }

        assertThat(outcome.alerts()).hasSize(101);
        assertThat(outcome.alerts().getFirst().kind()).isEqualTo(AlertNotice.Kind.RAISED);
        assertThat(outcome.alerts().getLast().version()).isEqualTo(299);
    }

    @Test
    void anAcceptanceStandsUntilSomethingElseHappensToTheReferral() {
        Outcome accepted =
                RUTH.heard(referral(2, ReferralNotice.Kind.SENT)).heard(referral(3, ReferralNotice.Kind.ACCEPTED));

        assertThat(acceptance(accepted)).isTrue();
        assertThat(acceptance(accepted.heard(referral(4, ReferralNotice.Kind.COMPLETED))))
                .isTrue();
        assertThat(acceptance(accepted.heard(referral(4, ReferralNotice.Kind.CANCELLED))))
                .isFalse();
        assertThat(acceptance(accepted.heard(referral(2, ReferralNotice.Kind.OPENED))))
                .isTrue();
        assertThat(acceptance(RUTH.heard(referral(2, ReferralNotice.Kind.SENT))))
                .isFalse();
    }

    @Test
    void anErasedOutcomeRemembersNothingAndHearsNothing() {
        Outcome erased = RUTH.heard(assessment("B", 2, 1), NOW)
                .heard(raised(1, 1, "B", "f1"))
                .erased();

        assertThat(erased.assessment()).isNull();
        assertThat(erased.alerts()).isEmpty();
        assertThat(erased.heard(assessment("A", 3, 9), NOW)).isEqualTo(erased);
        assertThat(erased.heard(raised(1, 9, "A", "f9"))).isEqualTo(erased);
        assertThat(erased.silent(NOW.plusSeconds(600), WITHIN)).isFalse();
    }

    private static boolean acceptance(Outcome outcome) {
        return ReferralStanding.of(outcome, "referral1")
                .flatMap(ReferralStanding::standingAcceptance)
                .isPresent();
    }

    static Assessment assessment(String code, long contactVersion, long version) {
        return new Assessment(
                code,
                contactVersion,
                version,
                null,
                new Assessment.Grounds(List.of(), List.of(), List.of(), "crisis-triage", "1.0.0"),
                NOW);
    }

    static AlertNotice raised(int episode, long version, String code, String factId) {
        return new AlertNotice(
                "case1.risk",
                episode,
                version,
                AlertNotice.Kind.RAISED,
                new AlertNotice.Who(null, null, null, code, factId),
                NOW);
    }

    static AlertNotice notice(int episode, long version, AlertNotice.Kind kind, Instant at) {
        return new AlertNotice(
                "case1.risk", episode, version, kind, new AlertNotice.Who("lena", null, null, null, null), at);
    }

    static ReferralNotice referral(long version, ReferralNotice.Kind kind) {
        return new ReferralNotice("referral1", version, kind, "harbour", ReferralNotice.What.NOTHING, NOW);
    }
}
