package org.holdfast.notification.domain.alert;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.holdfast.chassis.decide.Decision;
import org.holdfast.notification.domain.alert.AlertCommand.Outcome;
import org.holdfast.notification.domain.alert.AlertState.Summoning;
import org.holdfast.notification.domain.alert.AlertState.Told;

/** Decides what becomes of each page: recorded once, retried for a while, and never in the way of the next step. */
final class Paging {

    /** Seconds to wait after each failed try; after the last the page is given up. */
    private static final List<Integer> RETRY_SECONDS = List.of(1, 2, 5, 10);

    private Paging() {}

    static Decision<AlertEvent> record(AlertState state, AlertCommand.RecordDelivery command) {
        Optional<Page> found = state instanceof Told told ? told.episode().page(command.pageId()) : Optional.empty();
        if (found.isEmpty() || found.get().state() == PageState.DELIVERED) {
            return Decision.accepted();
        }
        Page page = found.get();
        if (command.outcome() == Outcome.DELIVERED) {
            return Decision.accepted(
                    new AlertEvent.PageDelivered(page.id(), page.person(), page.channel(), page.step(), command.now()));
        }
        if (!page.onItsWay() || page.attempt() != command.attempt()) {
            return Decision.accepted();
        }
        if (command.outcome() == Outcome.GONE || !current(state, page) || last(page)) {
            return Decision.accepted(new AlertEvent.PageFailed(page.id(), page.attempt(), null, command.now()));
        }
        Instant retryAt = command.now().plusSeconds(RETRY_SECONDS.get(page.attempt() - 1));
        return Decision.accepted(
                command.outcome() == Outcome.UNKNOWN
                        ? new AlertEvent.PageUnsure(page.id(), page.attempt(), retryAt, command.now())
                        : new AlertEvent.PageFailed(page.id(), page.attempt(), retryAt, command.now()));
    }

    static Decision<AlertEvent> due(AlertState state, AlertCommand.PageDue command) {
        Optional<Page> found = state instanceof Summoning summoning
                ? summoning.episode().page(command.pageId()).filter(page -> current(state, page))
                : Optional.empty();
        if (found.isEmpty()
                || !found.get().open()
                || AlertDecider.before(command.due(), found.get().due())) {
            return AlertRefusals.staleTimer();
        }
        Page page = found.get();
        if (last(page)) {
            return Decision.accepted(new AlertEvent.PageFailed(page.id(), page.attempt(), null, command.now()));
        }
        Instant recordDue = command.now().plusSeconds(Page.RECORD_SECONDS);
        return Decision.accepted(new AlertEvent.PageTried(page.id(), page.attempt() + 1, recordDue, command.now()));
    }

    /** Whether the people of this page are still the ones who are called. */
    static boolean current(AlertState state, Page page) {
        return state instanceof Summoning && page.sequence() == state.known().sequence();
    }

    /** Whether no try may follow: too many failed, or two may have arrived. */
    private static boolean last(Page page) {
        return page.state() == PageState.LAST || page.attempt() > RETRY_SECONDS.size();
    }
}
