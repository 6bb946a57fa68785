package org.holdfast.notification.domain.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.holdfast.notification.domain.Helpline;
import org.holdfast.notification.domain.alert.AlertCommand.Outcome;
import org.holdfast.notification.domain.roster.Code;
import org.junit.jupiter.api.Test;

class PagingTest {

    private final Alert alert = new Alert();

    @Test
    void triesAFailedPageAgainAfterOneTwoFiveAndTenSecondsAndThenGivesUp() {
        alert.raised("fact-1", Code.A);
        String id = alert.pages().getFirst().id();
        List<Long> waits = new ArrayList<>();
        while (page(id).state() == PageState.SENDING) {
            Instant failedAt = alert.now;
            alert.recorded(page(id), Outcome.FAILED);
            if (page(id).state() == PageState.WAITING) {
                Duration wait = Duration.between(failedAt, page(id).due());
                waits.add(wait.toSeconds());
                alert.after(wait);
            }
        }
        assertThat(waits).containsExactly(1L, 2L, 5L, 10L);
        assertThat(page(id).state()).isEqualTo(PageState.GIVEN_UP);
        assertThat(alert.timers()).containsOnlyKeys("step");
    }

    @Test
    void triesAPageThatMayHaveArrivedOnceMoreAndThenGivesItUp() {
        for (Outcome second : List.of(Outcome.UNKNOWN, Outcome.FAILED, Outcome.GONE)) {
            Alert fresh = new Alert().raised("fact-1", Code.A);
            Page page = fresh.pages().getFirst();
            fresh.recorded(page, Outcome.UNKNOWN).after(Duration.ofSeconds(1));
            assertThat(fresh.happened(AlertEvent.PageTried.class)).hasSize(1);
            Page last =
                    ((AlertState.Told) fresh.state).episode().page(page.id()).orElseThrow();
            assertThat(fresh.recorded(last, second).last)
                    .singleElement()
                    .isInstanceOfSatisfying(
                            AlertEvent.PageFailed.class,
                            failed -> assertThat(failed.retryAt()).isNull());
            fresh.after(Duration.ofSeconds(58));
            assertThat(fresh.happened(AlertEvent.PageTried.class)).hasSize(1);
            fresh.after(Duration.ofSeconds(2));
            assertThat(fresh.calls()).containsExactly("0: ana", "60: ben");
        }
    }

    @Test
    void givesUpAPageThatMayHaveArrivedWhenItsLastTryIsNeverRecorded() {
        alert.raised("fact-1", Code.A).recorded(alert.pages().getFirst(), Outcome.UNKNOWN);
        alert.after(Duration.ofSeconds(40));
        assertThat(alert.happened(AlertEvent.PageTried.class)).hasSize(1);
        assertThat(page(alert.pages().getFirst().id()).state()).isEqualTo(PageState.GIVEN_UP);
    }

    @Test
    void tellsADeliveryThatIsReportedAfterADoubt() {
        alert.raised("fact-1", Code.A);
        Page page = alert.pages().getFirst();
        alert.recorded(page, Outcome.UNKNOWN).recorded(page, Outcome.DELIVERED);
        assertThat(page(page.id()).state()).isEqualTo(PageState.DELIVERED);
        assertThat(alert.timers()).containsOnlyKeys("step");
    }

    @Test
    void callsTheNextPersonOnTimeHoweverThePageFares() {
        alert.raised("fact-1", Code.A);
        alert.after(Duration.ofSeconds(55)).recorded(alert.pages().getFirst(), Outcome.FAILED);
        alert.after(Duration.ofSeconds(10));
        assertThat(alert.calls()).containsExactly("0: ana", "60: ben");
    }

    @Test
    void sendsAPageAgainWhenNothingWasRecordedInThirtySeconds() {
        alert.raised("fact-1", Code.A).after(Duration.ofSeconds(31));
        assertThat(alert.happened(AlertEvent.PageTried.class)).hasSize(1);
        assertThat(alert.happened(AlertEvent.PageTried.class).getFirst().pageId())
                .isEqualTo(alert.pages().getFirst().id());
    }

    @Test
    void recordsADeliveryOnceHoweverOftenItIsReported() {
        alert.raised("fact-1", Code.A);
        Page page = alert.pages().getFirst();
        alert.recorded(page, Outcome.DELIVERED)
                .recorded(page, Outcome.DELIVERED)
                .recorded(page, Outcome.FAILED);
        assertThat(alert.happened(AlertEvent.PageDelivered.class)).hasSize(1);
        assertThat(alert.timers()).containsOnlyKeys("step");
    }

    @Test
    void stillTellsADeliveryThatIsRecordedAfterTheAcknowledgement() {
        alert.raised("fact-1", Code.A).acknowledgedBy("ben");
        alert.recorded(alert.pages().getFirst(), Outcome.DELIVERED);
        assertThat(alert.last).hasExactlyElementsOfTypes(AlertEvent.PageDelivered.class);
        assertThat(((AlertState.Told) alert.state).episode().deliveries()).hasSize(1);
    }

    @Test
    void triesNoPageOnceSomebodyAcknowledged() {
        alert.raised("fact-1", Code.A);
        alert.recorded(alert.pages().getFirst(), Outcome.FAILED).acknowledgedBy("ben");
        assertThat(alert.timers()).containsOnlyKeys("engage");
        alert.fire(AlertTimers.PAGE + alert.pages().getFirst().id(), alert.now.plusSeconds(9));
        assertThat(alert.refused).isEqualTo("timer-not-wanted");
    }

    @Test
    void doesNotTryAReceiverThatIsGoneForGood() {
        alert.raised("fact-1", Code.A).recorded(alert.pages().getFirst(), Outcome.GONE);
        assertThat(page(alert.pages().getFirst().id()).state()).isEqualTo(PageState.GIVEN_UP);
    }

    @Test
    void ignoresTheRecordOfATryThatWasMadeAgain() {
        alert.raised("fact-1", Code.A);
        Page first = alert.pages().getFirst();
        alert.after(Duration.ofSeconds(31)).recorded(first, Outcome.FAILED);
        assertThat(alert.last).isEmpty();
        assertThat(page(first.id()).attempt()).isEqualTo(2);
    }

    @Test
    void acceptsARecordOfAPageThatNobodyRemembers() {
        alert.raised("fact-1", Code.A);
        alert.command(new AlertCommand.RecordDelivery("page_other", 1, Outcome.DELIVERED, Helpline.NOW));
        assertThat(alert.refused).isNull();
        assertThat(alert.last).isEmpty();
    }

    @Test
    void keepsTheStateSmallHoweverLongTheSafetyNetIsCalled() {
        alert.raised("fact-1", Code.B).after(Duration.ofDays(1));
        assertThat(((AlertState.Told) alert.state).episode().pages()).hasSizeLessThanOrEqualTo(2);
    }

    private Page page(String id) {
        return ((AlertState.Told) alert.state).episode().page(id).orElseThrow();
    }
}
