package org.holdfast.notification.domain.alert;

import java.time.Instant;
import java.util.List;
import org.holdfast.notification.domain.alert.AlertState.Acknowledged;
import org.holdfast.notification.domain.alert.AlertState.Asked;
import org.holdfast.notification.domain.alert.AlertState.Calling;
import org.holdfast.notification.domain.alert.AlertState.Closed;
import org.holdfast.notification.domain.alert.AlertState.Engaged;
import org.holdfast.notification.domain.alert.AlertState.Exhausted;
import org.holdfast.notification.domain.alert.AlertState.Open;
import org.holdfast.notification.domain.alert.AlertState.Ringing;
import org.holdfast.notification.domain.alert.AlertState.Told;

/** How each event changes where an alert stands. */
final class AlertEvolution {

    private AlertEvolution() {}

    static AlertState evolve(AlertState state, AlertEvent event) {
        return event instanceof AlertEvent.Raised raised ? raised(state, raised) : evolve((Told) state, event);
    }

    private static AlertState evolve(Told told, AlertEvent event) {
        Known known = told.known();
        Episode episode = told.episode();
        return switch (event) {
            case AlertEvent.Raised raised -> raised(told, raised);
            case AlertEvent.RaisedAgain again ->
                ((Open) told)
                        .with(
                                known.withFact(again.factId()),
                                episode.joinedBy(again.contactId())
                                        .higher(
                                                again.code(),
                                                again.factId(),
                                                again.policy(),
                                                again.safetyNetSeconds()));
            case AlertEvent.FactJoined joined ->
                ((Open) told).with(known.withFact(joined.factId()), episode.joinedBy(joined.contactId()));
            case AlertEvent.StepSkipped skipped -> told;
            case AlertEvent.StepRang rang ->
                new Ringing(
                        known.withSequence(rang.sequence()),
                        episode.calling(rang.pages(), rang.sequence()),
                        rang.step(),
                        rang.reason(),
                        rang.due());
            case AlertEvent.CalledToo called ->
                ((Open) told).with(known, episode.calling(called.pages(), known.sequence()));
            case AlertEvent.RanOut out -> new Exhausted(known, episode, out.at(), known.sequence() + 1, out.at());
            case AlertEvent.SafetyNetRang rang -> {
                Exhausted before = (Exhausted) told;
                yield new Exhausted(
                        known.withSequence(rang.sequence()),
                        episode.calling(rang.pages(), rang.sequence()),
                        before.since(),
                        before.linksFrom(),
                        rang.due());
            }
            case AlertEvent.PageDelivered delivered ->
                paged(
                        told,
                        episode.delivered(
                                delivered.pageId(),
                                new Delivery(
                                        delivered.person(), delivered.channel(), delivered.step(), delivered.at())));
            case AlertEvent.PageFailed failed -> paged(told, failed(episode, failed));
            case AlertEvent.PageUnsure unsure ->
                paged(told, episode.turning(unsure.pageId(), page -> page.unsureUntil(unsure.retryAt())));
            case AlertEvent.PageTried tried ->
                paged(told, episode.turning(tried.pageId(), page -> page.tried(tried.attempt(), tried.recordDue())));
            case AlertEvent.Acknowledged by -> {
                Calling calling = (Calling) told;
                yield new Acknowledged(
                        known, episode, by.person(), by.at(), calling.nextStep(), calling.linksFrom(), by.due());
            }
            case AlertEvent.NotEngaged not -> told;
            case AlertEvent.Engaged by -> new Engaged(known, episode, by.person(), acknowledgedAt(told), by.at());
            case AlertEvent.AskedAgain asked -> {
                Engaged before = (Engaged) told;
                yield new Asked(
                        known.withSequence(asked.sequence()),
                        episode.calling(asked.pages(), asked.sequence()),
                        before.person(),
                        before.acknowledgedAt(),
                        before.at(),
                        asked.reason(),
                        asked.sequence(),
                        asked.due());
            }
            case AlertEvent.Closed by -> new Closed(known, episode, by.person(), by.reason(), by.at());
        };
    }

    private static AlertState raised(AlertState state, AlertEvent.Raised raised) {
        Episode episode = new Episode(
                raised.episode(),
                raised.caseId(),
                List.of(raised.contactId()),
                raised.code(),
                raised.factId(),
                raised.at(),
                raised.policy(),
                raised.safetyNetSeconds(),
                List.of(),
                List.of());
        Known known = state.known().withFact(raised.factId()).withEpisode(raised.episode());
        return new Exhausted(known, episode, raised.at(), known.sequence() + 1, raised.at());
    }

    private static Instant acknowledgedAt(Told told) {
        return told instanceof Asked asked ? asked.acknowledgedAt() : ((Acknowledged) told).at();
    }

    private static AlertState paged(Told told, Episode episode) {
        return switch (told) {
            case Open open -> open.with(told.known(), episode);
            case Closed closed -> new Closed(closed.known(), episode, closed.person(), closed.reason(), closed.at());
        };
    }

    private static Episode failed(Episode episode, AlertEvent.PageFailed failed) {
        Instant retryAt = failed.retryAt();
        return episode.turning(failed.pageId(), page -> retryAt == null ? page.givenUp() : page.waitingUntil(retryAt));
    }
}
