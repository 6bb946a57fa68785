package org.holdfast.notification.domain.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.holdfast.chassis.decide.Decision;
import org.holdfast.notification.domain.Helpline;
import org.holdfast.notification.domain.alert.AlertCommand.Outcome;
import org.holdfast.notification.domain.roster.Code;
import org.holdfast.notification.domain.roster.Roster;
import org.jspecify.annotations.Nullable;

/** An alert driven by commands and by its own timers, the way that the service drives it. */
final class Alert {

    private final AlertDecider decider = new AlertDecider();
    Roster roster = Helpline.roster();
    Instant now = Helpline.NOW;
    AlertState state = decider.initial();
    List<AlertEvent> history = new ArrayList<>();
    List<AlertEvent> last = List.of();

    @Nullable
    String refused;

    Alert raised(String fact, Code code) {
        return command(new AlertCommand.Raise(fact, code, "contact-1", "case-1", roster, now));
    }

    Alert raisedBy(String contact, String fact, Code code) {
        return command(new AlertCommand.Raise(fact, code, contact, "case-1", roster, now));
    }

    Alert acknowledgedBy(String person) {
        return command(new AlertCommand.Acknowledge(person, null, now));
    }

    Alert acknowledgedBy(String person, int sequence) {
        return command(new AlertCommand.Acknowledge(person, sequence, now));
    }

    Alert engagedBy(String person) {
        return command(new AlertCommand.Engage(person, null, now));
    }

    Alert closedBy(String person) {
        return command(new AlertCommand.Close(person, CloseReason.HANDED_OVER, now));
    }

    Alert recorded(Page page, Outcome outcome) {
        return command(new AlertCommand.RecordDelivery(page.id(), page.attempt(), outcome, now));
    }

    Alert command(AlertCommand command) {
        switch (decider.decide(state, command)) {
            case Decision.Accepted<AlertEvent> accepted -> {
                last = accepted.events();
                refused = null;
            }
            case Decision.Refused<AlertEvent> no -> {
                last = List.of();
                refused = no.refusal().type();
            }
        }
        last.forEach(event -> state = decider.evolve(state, event));
        history.addAll(last);
        return this;
    }

    /** Lets time pass, firing each wanted timer when it is due. */
    Alert after(Duration duration) {
        Instant until = now.plus(duration);
        while (true) {
            var next = timers().entrySet().stream()
                    .filter(timer -> !timer.getValue().isAfter(until))
                    .min(Map.Entry.comparingByValue());
            if (next.isEmpty()) {
                now = until;
                return this;
            }
            now = next.get().getValue();
            fire(next.get().getKey(), next.get().getValue());
            assertThat(refused).as("timer %s", next.get().getKey()).isNull();
        }
    }

    Alert fire(String timer, Instant due) {
        return command(AlertTimers.command(timer, due, roster, now));
    }

    Map<String, Instant> timers() {
        return decider.timers(state);
    }

    /** Every page that was called for in the whole history, in order. */
    List<Page> pages() {
        return pagesIn(history.stream()).toList();
    }

    /** Whom the last command called. */
    List<String> called() {
        return pagesIn(last.stream()).map(Page::person).distinct().toList();
    }

    /** Who was called, as "seconds after the start: person". */
    List<String> calls() {
        return history.stream()
                .filter(AlertEvent.Called.class::isInstance)
                .map(AlertEvent.Called.class::cast)
                .map(called -> Duration.between(Helpline.NOW, called.at()).toSeconds() + ": "
                        + called.pages().stream().map(Page::person).distinct().collect(Collectors.joining(",")))
                .toList();
    }

    <T extends AlertEvent> List<T> happened(Class<T> type) {
        return history.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static Stream<Page> pagesIn(Stream<AlertEvent> events) {
        return events.filter(AlertEvent.Called.class::isInstance)
                .map(AlertEvent.Called.class::cast)
                .flatMap(called -> called.pages().stream());
    }
}
