package org.holdfast.notification.domain.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.holdfast.notification.domain.Helpline;
import org.holdfast.notification.domain.roster.Code;
import org.holdfast.notification.domain.roster.CodePolicy;
import org.holdfast.notification.domain.roster.Person;
import org.holdfast.notification.domain.roster.Step;
import org.junit.jupiter.api.Test;

class AlertDeciderTest {

    private final Alert alert = new Alert();

    @Test
    void callsWhoIsOnCallWhenAFactRaisesIt() {
        alert.raised("fact-1", Code.A);
        assertThat(alert.last).first().isInstanceOf(AlertEvent.Raised.class);
        assertThat(alert.called()).containsExactly("ana");
    }

    @Test
    void escalatesWhenNobodyAcknowledgesInSixtySeconds() {
        alert.raised("fact-1", Code.A).after(Duration.ofSeconds(181));
        assertThat(alert.calls()).containsExactly("0: ana", "60: ben", "120: caro", "180: ana,ben,caro,lead");
    }

    @Test
    void callsTheSafetyNetEveryTwoMinutesWhenNobodyIsLeft() {
        alert.raised("fact-1", Code.B).after(Duration.ofSeconds(850));
        assertThat(alert.calls()).containsExactly("0: ana", "300: ben", "600: lead", "720: lead", "840: lead");
        assertThat(alert.happened(AlertEvent.RanOut.class)).hasSize(1);
        alert.after(Duration.ofDays(2));
        assertThat(alert.state).isInstanceOf(AlertState.Exhausted.class);
        assertThat(alert.timers()).containsKey(AlertTimers.SAFETY_NET);
    }

    @Test
    void skipsAnEmptyStepAtOnce() {
        alert.roster = Helpline.withRota("ana");
        alert.raised("fact-1", Code.A).after(Duration.ofSeconds(61));
        assertThat(alert.calls()).containsExactly("0: ana", "60: ana,ben,caro,lead");
        assertThat(alert.happened(AlertEvent.StepSkipped.class))
                .extracting(AlertEvent.StepSkipped::step)
                .containsExactly(2, 3);
    }

    @Test
    void callsTheSafetyNetAtOnceWhenEveryStepIsEmpty() {
        alert.roster = Helpline.deserted();
        alert.raised("fact-1", Code.A);
        assertThat(alert.state).isInstanceOf(AlertState.Exhausted.class);
        assertThat(alert.calls()).containsExactly("0: lead");
    }

    @Test
    void callsTheSafetyNetAtOnceForACodeWithoutAPolicy() {
        alert.roster = Helpline.deserted();
        alert.raised("fact-1", Code.C);
        assertThat(alert.calls()).containsExactly("0: lead");
    }

    @Test
    void goesOnTryingWhenNotEvenTheSafetyNetCanBeReached() {
        alert.roster = Helpline.rosterOf(List.of(), List.of(), Helpline.policies());
        alert.raised("fact-1", Code.A).after(Duration.ofSeconds(30));
        assertThat(alert.pages()).isEmpty();
        alert.roster = Helpline.deserted();
        alert.after(Duration.ofSeconds(100));
        assertThat(alert.called()).containsExactly("lead");
    }

    @Test
    void changesNothingWhenTheSameFactIsHeardTwice() {
        alert.raised("fact-1", Code.A).raised("fact-1", Code.A);
        assertThat(alert.last).isEmpty();
        assertThat(alert.refused).isNull();
        alert.acknowledgedBy("ana").engagedBy("ana").closedBy("ana").raised("fact-1", Code.A);
        assertThat(alert.last).isEmpty();
        assertThat(alert.state).isInstanceOf(AlertState.Closed.class);
    }

    @Test
    void doesNotRingAgainForAnotherFactOfTheSameCode() {
        alert.raised("fact-1", Code.B).raised("fact-2", Code.B);
        assertThat(alert.last).hasOnlyElementsOfType(AlertEvent.FactJoined.class);
        alert.acknowledgedBy("ana").raised("fact-3", Code.C);
        assertThat(alert.called()).isEmpty();
    }

    @Test
    void ringsAgainFromTheFirstStepWhenTheCodeRises() {
        alert.raised("fact-1", Code.B).after(Duration.ofSeconds(310)).raised("fact-2", Code.A);
        assertThat(alert.called()).containsExactly("ana");
        assertThat(((AlertState.Ringing) alert.state).reason()).isEqualTo(Reason.MORE_URGENT);
        assertThat(alert.timers()).containsEntry("step", alert.now.plusSeconds(60));
    }

    @Test
    void ringsAgainWhenTheCodeRisesAfterAnAcknowledgementAndAlsoTellsWhoHasIt() {
        alert.raised("fact-1", Code.B).acknowledgedBy("ben").raised("fact-2", Code.A);
        assertThat(alert.called()).containsExactly("ana", "ben");
        assertThat(alert.state).isInstanceOf(AlertState.Ringing.class);
    }

    @Test
    void beginsANewEpisodeForALateFactAboutAClosedOne() {
        alert.raised("fact-1", Code.B).closedBy("lead").raised("fact-2", Code.C);
        assertThat(((AlertState.Told) alert.state).episode().number()).isEqualTo(2);
        assertThat(((AlertState.Told) alert.state).episode().code()).isEqualTo(Code.C);
        assertThat(alert.called()).containsExactly("ana");
        assertThat(alert.pages()).extracting(Page::id).doesNotHaveDuplicates();
    }

    @Test
    void keepsThePolicyOfTheMomentItWasRaised() {
        alert.raised("fact-1", Code.A);
        alert.roster = Helpline.rosterOf(
                List.of("ana", "ben", "caro"),
                Helpline.people("ana", "ben", "caro", "lead"),
                java.util.Map.of(Code.A, new CodePolicy(List.of(Step.person("caro", 5, 5)), 5)));
        alert.after(Duration.ofSeconds(61));
        assertThat(alert.calls()).containsExactly("0: ana", "60: ben");
    }

    @Test
    void findsOutWhoIsOnCallWhenTheStepBegins() {
        alert.raised("fact-1", Code.A);
        alert.roster = Helpline.withRota("ana", "caro");
        alert.after(Duration.ofSeconds(61));
        assertThat(alert.calls()).containsExactly("0: ana", "60: caro");
    }

    @Test
    void callsWhoeverTheChangedRotaNamesWhileTheStepIsOpen() {
        alert.raised("fact-1", Code.A);
        alert.roster = Helpline.withRota("caro", "ben");
        alert.command(new AlertCommand.Resolve(alert.roster, alert.now));
        assertThat(alert.called()).containsExactly("caro");
        alert.command(new AlertCommand.Resolve(alert.roster, alert.now));
        assertThat(alert.called()).isEmpty();
        assertThat(alert.timers()).containsEntry("step", Helpline.NOW.plusSeconds(60));
    }

    @Test
    void isAcknowledgedByOnePersonOnly() {
        alert.raised("fact-1", Code.A).acknowledgedBy("ana");
        assertThat(alert.state).isInstanceOf(AlertState.Acknowledged.class);
        alert.acknowledgedBy("ben");
        assertThat(alert.refused).isEqualTo("already-acknowledged");
        alert.acknowledgedBy("ana");
        assertThat(alert.refused).isNull();
        assertThat(alert.last).isEmpty();
    }

    @Test
    void isAcknowledgedByAnybodyAtAnyTimeAlsoAfterExhaustion() {
        alert.raised("fact-1", Code.B).after(Duration.ofSeconds(700)).acknowledgedBy("stranger");
        assertThat(alert.state).isInstanceOf(AlertState.Acknowledged.class);
        assertThat(alert.timers()).containsOnlyKeys(AlertTimers.ENGAGE);
    }

    @Test
    void refusesTheLinkOfAStepThatIsOver() {
        alert.raised("fact-1", Code.A);
        int first = alert.state.known().sequence();
        alert.after(Duration.ofSeconds(61)).acknowledgedBy("ana", first);
        assertThat(alert.refused).isEqualTo("step-over");
        alert.acknowledgedBy("ben", alert.state.known().sequence());
        assertThat(alert.state).isInstanceOf(AlertState.Acknowledged.class);
    }

    @Test
    void keepsTheLinksOfTheSafetyNetWhileItIsCalledAgain() {
        alert.roster = Helpline.deserted();
        alert.raised("fact-1", Code.A);
        int first = alert.state.known().sequence();
        alert.after(Duration.ofSeconds(250)).acknowledgedBy("lead", first);
        assertThat(alert.state).isInstanceOf(AlertState.Acknowledged.class);
    }

    @Test
    void ringsOnWithTheNextStepWhenNobodyIsWithThePersonInTime() {
        alert.raised("fact-1", Code.A).acknowledgedBy("ana").after(Duration.ofSeconds(299));
        assertThat(alert.calls()).containsExactly("0: ana");
        alert.after(Duration.ofSeconds(2));
        assertThat(alert.calls()).containsExactly("0: ana", "300: ben,ana");
        assertThat(((AlertState.Ringing) alert.state).reason()).isEqualTo(Reason.NOT_ENGAGED);
        assertThat(alert.happened(AlertEvent.NotEngaged.class)).hasSize(1);
    }

    @Test
    void callsTheSafetyNetAgainWhenItsAcknowledgementLeadsNowhere() {
        alert.roster = Helpline.deserted();
        alert.raised("fact-1", Code.A).acknowledgedBy("lead").after(Duration.ofSeconds(301));
        assertThat(alert.calls()).containsExactly("0: lead", "300: lead");
        assertThat(alert.timers()).containsKey(AlertTimers.SAFETY_NET);
    }

    @Test
    void takesBeingWithThePersonForAnAcknowledgement() {
        alert.raised("fact-1", Code.A).engagedBy("ben");
        assertThat(alert.last).hasExactlyElementsOfTypes(AlertEvent.Acknowledged.class, AlertEvent.Engaged.class);
        alert.engagedBy("ana");
        assertThat(alert.refused).isEqualTo("already-acknowledged");
    }

    @Test
    void letsOnlyTheAcknowledgerBeEngaged() {
        alert.raised("fact-1", Code.A).acknowledgedBy("ana").engagedBy("ben");
        assertThat(alert.refused).isEqualTo("already-acknowledged");
        assertThat(alert.timers()).containsKey(AlertTimers.ENGAGE);
    }

    @Test
    void isSilentOnceClosedAndRefusesWhatComesAfter() {
        alert.raised("fact-1", Code.A).closedBy("lead");
        assertThat(alert.timers()).isEmpty();
        assertThat(alert.acknowledgedBy("ana").refused).isEqualTo("alert-closed");
        assertThat(alert.engagedBy("ana").refused).isEqualTo("alert-closed");
        assertThat(alert.closedBy("ana").refused).isEqualTo("alert-closed");
    }

    @Test
    void knowsNothingOfAnAlertThatWasNeverRaised() {
        assertThat(alert.acknowledgedBy("ana").refused).isEqualTo("alert-unknown");
        assertThat(alert.engagedBy("ana").refused).isEqualTo("alert-unknown");
        assertThat(alert.closedBy("ana").refused).isEqualTo("alert-unknown");
    }

    @Test
    void refusesATimerThatIsNoLongerWanted() {
        alert.raised("fact-1", Code.A);
        var due = alert.timers().get("step");
        alert.after(Duration.ofSeconds(61));
        assertThat(alert.fire("step", due).refused).isEqualTo("timer-not-wanted");
        assertThat(alert.fire("engage", due).refused).isEqualTo("timer-not-wanted");
        assertThat(alert.fire("safety-net", due).refused).isEqualTo("timer-not-wanted");
        alert.acknowledgedBy("ben");
        assertThat(alert.fire("step", alert.now.plusSeconds(3600)).refused).isEqualTo("timer-not-wanted");
    }

    @Test
    void countsASecondContactOfTheCaseAsCovered() {
        alert.raised("fact-1", Code.A).raisedBy("contact-2", "fact-2", Code.A);
        assertThat(((AlertState.Told) alert.state).episode().contacts()).containsExactly("contact-1", "contact-2");
    }

    @Test
    void callsEachPersonByEveryWayThatIsOpen() {
        alert.roster = Helpline.rosterOf(
                List.of("ana"),
                List.of(
                        new Person("ana", "ana@helpline.example", "https://ana.example/hook", false),
                        new Person("lead", "lead@helpline.example", null, false)),
                Helpline.policies());
        alert.raised("fact-1", Code.A);
        assertThat(alert.pages()).hasSize(2).extracting(Page::id).doesNotHaveDuplicates();
    }
}
