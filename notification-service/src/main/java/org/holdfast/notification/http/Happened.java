package org.holdfast.notification.http;

import java.time.Instant;
import java.util.List;
import org.holdfast.notification.domain.alert.AlertEvent;
import org.holdfast.notification.domain.alert.Page;
import org.jspecify.annotations.Nullable;

/**
 * One line of an alert's history, for people to read: who was called and why, and what came of it.
 *
 * @param at when (UTC)
 * @param what the event
 * @param person who did it or was reached
 * @param step the step, from 1; 0 is the safety net
 * @param reason why
 * @param called who was called
 */
record Happened(
        Instant at,
        String what,
        @Nullable String person,
        @Nullable Integer step,
        @Nullable String reason,
        List<String> called) {

    static Happened of(AlertEvent event) {
        return switch (event) {
            case AlertEvent.Raised it -> line(it, null, null, it.code().name());
            case AlertEvent.RaisedAgain it -> line(it, null, null, it.code().name());
            case AlertEvent.FactJoined it -> line(it, null, null, null);
            case AlertEvent.StepSkipped it -> line(it, null, it.step(), "NOBODY_TO_REACH");
            case AlertEvent.StepRang it -> called(it, it.step(), it.reason().name());
            case AlertEvent.CalledToo it -> called(it, null, "ROTA_CHANGED");
            case AlertEvent.SafetyNetRang it -> called(it, 0, "NOBODY_LEFT");
            case AlertEvent.RanOut it -> line(it, null, null, it.reason().name());
            case AlertEvent.PageDelivered it ->
                line(it, it.person(), it.step(), it.channel().name());
            case AlertEvent.PageFailed it -> line(it, null, null, it.retryAt() == null ? "GIVEN_UP" : "RETRIED");
            case AlertEvent.PageUnsure it -> line(it, null, null, "RETRIED");
            case AlertEvent.PageTried it -> line(it, null, null, null);
            case AlertEvent.Acknowledged it -> line(it, it.person(), null, null);
            case AlertEvent.NotEngaged it -> line(it, it.person(), null, null);
            case AlertEvent.Engaged it -> line(it, it.person(), null, null);
            case AlertEvent.AskedAgain it -> called(it, null, it.reason().name());
            case AlertEvent.Closed it -> line(it, it.person(), null, it.reason().name());
        };
    }

    private static Happened line(
            AlertEvent event, @Nullable String person, @Nullable Integer step, @Nullable String reason) {
        return new Happened(event.at(), event.getClass().getSimpleName(), person, step, reason, List.of());
    }

    private static Happened called(AlertEvent.Called event, @Nullable Integer step, String reason) {
        List<String> people =
                event.pages().stream().map(Page::person).distinct().toList();
        return new Happened(event.at(), event.getClass().getSimpleName(), null, step, reason, people);
    }
}
