package org.holdfast.notification.domain.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.holdfast.notification.domain.Helpline;
import org.holdfast.notification.domain.roster.Code;
import org.junit.jupiter.api.Test;

class LettersTest {

    private final Alert alert = new Alert();

    @Test
    void callsTheSafetyNetForAnotherLetterWhileSomebodyHasTheAlert() {
        letter("letter-1").acknowledgedBy("ana");
        letter("letter-2");
        assertThat(alert.called()).containsExactly("lead", "ana");
        assertThat(alert.state).isInstanceOf(AlertState.Exhausted.class);
        alert.after(Duration.ofSeconds(121));
        assertThat(alert.called()).containsExactly("lead");
    }

    @Test
    void callsTheSafetyNetForAnotherLetterWhenTheAlertWasNeverClosed() {
        letter("letter-1").acknowledgedBy("lead").engagedBy("lead").after(Duration.ofMinutes(59));
        letter("letter-2");
        assertThat(alert.called()).containsExactly("lead");
        assertThat(alert.timers()).containsKey(AlertTimers.SAFETY_NET);
        alert.acknowledgedBy("lead").engagedBy("lead");
        assertThat(alert.state).isInstanceOf(AlertState.Engaged.class);
        assertThat(alert.pages()).extracting(Page::id).doesNotHaveDuplicates();
    }

    @Test
    void callsTheSafetyNetForAnotherLetterAfterTheAlertWasClosed() {
        letter("letter-1").closedBy("lead");
        letter("letter-2");
        assertThat(alert.called()).containsExactly("lead");
    }

    @Test
    void joinsWhileTheSafetyNetIsBeingCalled() {
        letter("letter-1");
        letter("letter-2");
        assertThat(alert.last).hasOnlyElementsOfType(AlertEvent.FactJoined.class);
        assertThat(alert.after(Duration.ofSeconds(121)).called()).containsExactly("lead");
    }

    @Test
    void countsALetterOnceHoweverOftenItIsHeard() {
        letter("letter-1").acknowledgedBy("lead");
        letter("letter-1");
        assertThat(alert.last).isEmpty();
    }

    private Alert letter(String id) {
        String subject = Episode.LETTERS + "triage";
        return alert.command(new AlertCommand.Raise(
                id, Code.A, subject, subject, Helpline.roster().safetyNetOnly(), alert.now));
    }
}
