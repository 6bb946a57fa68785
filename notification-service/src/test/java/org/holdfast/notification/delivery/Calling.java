package org.holdfast.notification.delivery;

import java.time.Instant;
import org.holdfast.chassis.decide.Decision;
import org.holdfast.notification.domain.Helpline;
import org.holdfast.notification.domain.alert.AlertCommand;
import org.holdfast.notification.domain.alert.AlertCommand.Outcome;
import org.holdfast.notification.domain.alert.AlertDecider;
import org.holdfast.notification.domain.alert.AlertEvent;
import org.holdfast.notification.domain.alert.AlertState;
import org.holdfast.notification.domain.alert.Page;
import org.holdfast.notification.domain.alert.PageState;
import org.holdfast.notification.domain.roster.Code;

/** One page of a fresh alert, as the decider decides about its tries; time goes from one wanted try to the next. */
final class Calling {

    private final AlertDecider decider = new AlertDecider();
    private AlertState state = decider.initial();
    private Instant now = Helpline.NOW;

    Calling() {
        does(new AlertCommand.Raise("fact-1", Code.A, "contact-1", "case-1", Helpline.roster(), now));
    }

    Page page() {
        return ((AlertState.Told) state).episode().pages().getFirst();
    }

    /** Whether the page is to be given to the provider now. */
    boolean wants() {
        return page().state() == PageState.SENDING || page().state() == PageState.LAST;
    }

    /** Records how the try ended, and goes on to when the next one is wanted. */
    void record(Outcome outcome) {
        does(new AlertCommand.RecordDelivery(page().id(), page().attempt(), outcome, now));
        Instant due = decider.timers(state).get("page/" + page().id());
        if (due != null) {
            now = due;
            does(new AlertCommand.PageDue(page().id(), due, now));
        }
    }

    private void does(AlertCommand command) {
        ((Decision.Accepted<AlertEvent>) decider.decide(state, command))
                .events()
                .forEach(event -> state = decider.evolve(state, event));
    }
}
