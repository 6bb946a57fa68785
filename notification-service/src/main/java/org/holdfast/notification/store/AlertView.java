package org.holdfast.notification.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.holdfast.chassis.journal.Entry;
import org.holdfast.notification.domain.alert.AlertState;
import org.holdfast.notification.domain.alert.Delivery;
import org.holdfast.notification.domain.alert.Episode;
import org.holdfast.notification.domain.alert.Page;
import org.jspecify.annotations.Nullable;

/**
 * How an alert stands, for people to read.
 *
 * @param alertId the alert
 * @param version the version of its stream
 * @param state {@code RINGING}, {@code ACKNOWLEDGED}, {@code ENGAGED}, {@code EXHAUSTED} or {@code CLOSED}
 * @param code the code that it rings for
 * @param caseId the case
 * @param contacts the contacts whose facts joined
 * @param episode counts the times that this case rang, from 1
 * @param raisedAt when (UTC)
 * @param step the step that calls, from 1; 0 is the safety net; absent when no step does
 * @param reason why people are called; absent when nobody is
 * @param called whom the present step calls
 * @param due when the next step begins, or until when somebody must say, or say again, to be with the person (UTC)
 * @param deliveries what providers took
 * @param holder who acknowledged, is engaged, or closed
 * @param since since when the holder has it (UTC)
 * @param closeReason why it was closed
 */
public record AlertView(
        String alertId,
        long version,
        String state,
        String code,
        String caseId,
        List<String> contacts,
        int episode,
        Instant raisedAt,
        @Nullable Integer step,
        @Nullable String reason,
        List<String> called,
        @Nullable Instant due,
        List<Delivery> deliveries,
        @Nullable String holder,
        @Nullable Instant since,
        @Nullable String closeReason) {

    /** Whether nobody closed it. */
    public boolean open() {
        return !state.equals("CLOSED");
    }

    /** The view of an entry; null while nothing was ever raised. */
    public static @Nullable AlertView of(Entry<AlertState> entry) {
        return entry.state() instanceof AlertState.Told told ? of(told, entry.version()) : null;
    }

    private static AlertView of(AlertState.Told told, long version) {
        return switch (told) {
            case AlertState.Ringing ringing ->
                view(told, version, "RINGING").calling(ringing.step(), ringing, called(ringing), ringing.due());
            case AlertState.Exhausted exhausted ->
                view(told, version, "EXHAUSTED").calling(0, exhausted, called(exhausted), exhausted.due());
            case AlertState.Acknowledged held ->
                view(told, version, "ACKNOWLEDGED").held(held.person(), held.at(), held.due(), null);
            case AlertState.Engaged held -> view(told, version, "ENGAGED").held(held.person(), held.at(), null, null);
            case AlertState.Asked held ->
                view(told, version, "ENGAGED")
                        .calling(null, held, called(held), held.due())
                        .held(held.person(), held.at(), held.due(), null);
            case AlertState.Closed closed ->
                view(told, version, "CLOSED")
                        .held(
                                closed.person(),
                                closed.at(),
                                null,
                                closed.reason().name());
        };
    }

    private static List<String> called(AlertState.Summoning calling) {
        List<String> people = new ArrayList<>();
        for (Page page : calling.episode().pages()) {
            if (page.sequence() == calling.known().sequence() && !people.contains(page.person())) {
                people.add(page.person());
            }
        }
        return people;
    }

    private static AlertView view(AlertState.Told told, long version, String state) {
        Episode episode = told.episode();
        return new AlertView(
                episode.alertId(),
                version,
                state,
                episode.code().name(),
                episode.caseId(),
                episode.contacts(),
                episode.number(),
                episode.raisedAt(),
                null,
                null,
                List.of(),
                null,
                episode.deliveries(),
                null,
                null,
                null);
    }

    private AlertView calling(
            @Nullable Integer number, AlertState.Summoning calling, List<String> people, Instant until) {
        return new AlertView(
                alertId,
                version,
                state,
                code,
                caseId,
                contacts,
                episode,
                raisedAt,
                number,
                calling.reason().name(),
                people,
                until,
                deliveries,
                holder,
                since,
                closeReason);
    }

    private AlertView held(String by, Instant at, @Nullable Instant until, @Nullable String closedFor) {
        return new AlertView(
                alertId,
                version,
                state,
                code,
                caseId,
                contacts,
                episode,
                raisedAt,
                step,
                reason,
                called,
                until,
                deliveries,
                by,
                at,
                closedFor);
    }
}
