package org.holdfast.notification.calling;

import static org.assertj.core.api.Assertions.assertThat;

import org.holdfast.notification.domain.alert.AlertCommand.Outcome;
import org.holdfast.notification.domain.roster.Channel;
import org.junit.jupiter.api.Test;

class ChannelWatchTest {

    private final ChannelWatch watch = new ChannelWatch();

    @Test
    void namesAChannelAfterThreeFailuresUntilOneTryWorks() {
        watch.ended(Channel.EMAIL, Outcome.FAILED);
        watch.ended(Channel.EMAIL, Outcome.UNKNOWN);
        assertThat(watch.failing()).isEmpty();
        watch.ended(Channel.EMAIL, Outcome.FAILED);
        assertThat(watch.failing()).containsExactly(Channel.EMAIL);
        watch.ended(Channel.EMAIL, Outcome.DELIVERED);
        assertThat(watch.failing()).isEmpty();
    }

    @Test
    void doesNotTakeOneReceiverThatIsGoneForAFailingChannelButOneAfterTheOther() {
        watch.ended(Channel.WEBHOOK, Outcome.GONE);
        watch.ended(Channel.WEBHOOK, Outcome.GONE);
        assertThat(watch.failing()).as("each is asked once only").isEmpty();
        watch.ended(Channel.WEBHOOK, Outcome.GONE);
        assertThat(watch.failing()).containsExactly(Channel.WEBHOOK);
    }
}
