package org.holdfast.referral.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.holdfast.chassis.decide.Decision;

/** Given what happened, when this is asked, then that follows. */
final class Story {

    private final ReferralDecider decider = People.decider();
    private ReferralState state = decider.initial();
    private Decision<ReferralEvent> last = Decision.accepted();

    static Story given(ReferralCommand... commands) {
        Story story = new Story();
        for (ReferralCommand command : commands) {
            story.when(command);
            assertThat(story.last).as("given " + command).isInstanceOf(Decision.Accepted.class);
        }
        return story;
    }

    Story when(ReferralCommand command) {
        last = decider.decide(state, command);
        if (last instanceof Decision.Accepted<ReferralEvent>(List<ReferralEvent> events)) {
            events.forEach(event -> state = decider.evolve(state, event));
        }
        return this;
    }

    ReferralState state() {
        return state;
    }

    ReferralDecider decider() {
        return decider;
    }

    Decision<ReferralEvent> last() {
        return last;
    }

    Story thenRefused(String type) {
        assertThat(last)
                .isInstanceOfSatisfying(
                        Decision.Refused.class,
                        refused -> assertThat(refused.refusal().type()).isEqualTo(type));
        return this;
    }

    Story thenNothingChanges() {
        assertThat(last).isEqualTo(Decision.accepted(new ArrayList<ReferralEvent>()));
        return this;
    }

    <T extends ReferralState> T thenIn(Class<T> expected) {
        assertThat(last).isInstanceOf(Decision.Accepted.class);
        assertThat(state).isInstanceOf(expected);
        return expected.cast(state);
    }
}
