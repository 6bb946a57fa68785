package org.holdfast.notification.domain.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.holdfast.notification.domain.Helpline;
import org.holdfast.notification.domain.alert.AlertCommand.Outcome;
import org.holdfast.notification.domain.roster.Code;
import org.holdfast.notification.domain.roster.CodePolicy;
import org.holdfast.notification.domain.roster.Step;
import org.junit.jupiter.api.Test;

class PresenceTest {

    private final Alert alert = new Alert();

    @Test
    void asksAnHourLaterWhetherSomebodyIsStillThere() {
        engaged().after(Duration.ofMinutes(59));
        assertThat(alert.state).isInstanceOf(AlertState.Engaged.class);
        alert.after(Duration.ofMinutes(1));
        assertThat(alert.called()).containsExactly("ana");
        assertThat(((AlertState.Asked) alert.state).reason()).isEqualTo(Reason.STILL_THERE);
    }

    @Test
    void asksAfterThePolicysTime() {
        alert.roster = Helpline.rosterOf(
                List.of("ana"),
                Helpline.people("ana", "lead"),
                Map.of(Code.A, new CodePolicy(List.of(Step.person("ana", 60, 300)), 300, 90)));
        engaged().after(Duration.ofSeconds(89));
        assertThat(alert.state).isInstanceOf(AlertState.Engaged.class);
        alert.after(Duration.ofSeconds(1));
        assertThat(alert.last).hasOnlyElementsOfType(AlertEvent.AskedAgain.class);
    }

    @Test
    void staysWithWhoeverSaysSoAgainAndAsksAgain() {
        engaged().after(Duration.ofMinutes(61)).engagedBy("ana");
        assertThat(alert.state).isInstanceOf(AlertState.Engaged.class);
        alert.after(Duration.ofMinutes(59));
        assertThat(alert.called()).isEmpty();
        alert.after(Duration.ofMinutes(1));
        assertThat(alert.called()).containsExactly("ana");
    }

    @Test
    void ringsFromTheFirstStepWhenNobodySaysSoAgain() {
        engaged().after(Duration.ofMinutes(60)).after(Duration.ofSeconds(299));
        assertThat(alert.state).isInstanceOf(AlertState.Asked.class);
        alert.after(Duration.ofSeconds(1));
        assertThat(alert.called()).containsExactly("ana");
        assertThat(alert.happened(AlertEvent.NotEngaged.class)).hasSize(1);
        AlertState.Ringing ringing = (AlertState.Ringing) alert.state;
        assertThat(ringing.step()).isEqualTo(1);
        assertThat(ringing.reason()).isEqualTo(Reason.NOT_ENGAGED);
        alert.after(Duration.ofSeconds(60));
        assertThat(alert.called()).containsExactly("ben");
    }

    @Test
    void asksWhoeverIsThereWhenANewRiskIsHeardInTheSameContact() {
        engaged().raised("fact-2", Code.A);
        assertThat(alert.last).hasExactlyElementsOfTypes(AlertEvent.FactJoined.class, AlertEvent.AskedAgain.class);
        assertThat(alert.called()).containsExactly("ana");
        assertThat(((AlertState.Asked) alert.state).reason()).isEqualTo(Reason.NEW_FACT);
    }

    @Test
    void asksForALessUrgentRiskTooAndOnlyOnceWhileItWaits() {
        engaged().raised("fact-2", Code.C).raised("fact-3", Code.B);
        assertThat(alert.last).hasOnlyElementsOfType(AlertEvent.FactJoined.class);
        assertThat(alert.state.known().facts()).containsExactly("fact-1", "fact-2", "fact-3");
        assertThat(alert.happened(AlertEvent.AskedAgain.class)).hasSize(1);
        alert.engagedBy("ana").raised("fact-4", Code.A);
        assertThat(alert.called()).containsExactly("ana");
    }

    @Test
    void ringsAnewForAnotherContactOfTheCaseAndCallsWhoeverIsThereToo() {
        alert.raised("fact-1", Code.A).engagedBy("ben").raisedBy("contact-2", "fact-2", Code.C);
        assertThat(alert.called()).containsExactly("ana", "ben");
        AlertState.Ringing ringing = (AlertState.Ringing) alert.state;
        assertThat(ringing.reason()).isEqualTo(Reason.HEARD_ELSEWHERE);
        assertThat(ringing.episode().code()).isEqualTo(Code.A);
        assertThat(ringing.episode().contacts()).containsExactly("contact-1", "contact-2");
    }

    @Test
    void ringsAnewForAnotherContactAlsoWhileItAsks() {
        engaged().raised("fact-2", Code.A).raisedBy("contact-2", "fact-3", Code.A);
        assertThat(((AlertState.Ringing) alert.state).reason()).isEqualTo(Reason.HEARD_ELSEWHERE);
    }

    @Test
    void ringsAnewForAMoreUrgentRiskAlsoWhileItAsks() {
        alert.raised("fact-1", Code.B).engagedBy("ana").raised("fact-2", Code.B).raised("fact-3", Code.A);
        assertThat(((AlertState.Ringing) alert.state).reason()).isEqualTo(Reason.MORE_URGENT);
    }

    @Test
    void callsOthersAtOnceWhereWhoeverIsThereCannotBeAsked() {
        engaged();
        alert.roster = Helpline.rosterOf(List.of("ben"), Helpline.people("ben", "lead"), Helpline.policies());
        alert.raised("fact-2", Code.A);
        assertThat(alert.called()).containsExactly("ben");
        assertThat(alert.happened(AlertEvent.NotEngaged.class)).hasSize(1);
    }

    @Test
    void triesThePageOfTheQuestionAgain() {
        engaged().raised("fact-2", Code.A);
        Page page = alert.pages().getLast();
        alert.recorded(page, Outcome.FAILED).after(Duration.ofSeconds(1));
        assertThat(alert.last).hasOnlyElementsOfType(AlertEvent.PageTried.class);
    }

    @Test
    void isSaidAgainOnlyByWhoeverIsThereAndByTheNewLink() {
        engaged();
        int before = alert.state.known().sequence();
        alert.raised("fact-2", Code.A);
        assertThat(alert.engagedBy("ben").refused).isEqualTo("already-acknowledged");
        assertThat(alert.acknowledgedBy("ben").refused).isEqualTo("already-acknowledged");
        alert.command(new AlertCommand.Engage("ana", before, alert.now));
        assertThat(alert.refused).isEqualTo("step-over");
        alert.command(new AlertCommand.Engage("ana", before + 1, alert.now));
        assertThat(alert.state).isInstanceOf(AlertState.Engaged.class);
    }

    @Test
    void isEndedByClosingWhileItAsks() {
        engaged().raised("fact-2", Code.A).closedBy("lead");
        assertThat(alert.timers()).isEmpty();
    }

    @Test
    void refusesAQuestionThatIsNotDue() {
        engaged();
        assertThat(alert.fire(AlertTimers.STILL, alert.now).refused).isEqualTo("timer-not-wanted");
        alert.raised("fact-2", Code.A);
        assertThat(alert.fire(AlertTimers.STILL, alert.now.plusSeconds(7_200)).refused)
                .isEqualTo("timer-not-wanted");
    }

    private Alert engaged() {
        return alert.raised("fact-1", Code.A).engagedBy("ana");
    }
}
