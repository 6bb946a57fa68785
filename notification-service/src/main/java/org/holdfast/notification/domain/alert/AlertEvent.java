package org.holdfast.notification.domain.alert;

import java.time.Instant;
import java.util.List;
import org.holdfast.notification.domain.roster.Channel;
import org.holdfast.notification.domain.roster.Code;
import org.holdfast.notification.domain.roster.CodePolicy;
import org.jspecify.annotations.Nullable;

/** What happened to the alert of one case. */
public sealed interface AlertEvent {

    /** When it happened (UTC). */
    Instant at();

    /** An event that calls people: its pages are to be sent. */
    sealed interface Called extends AlertEvent {
        /** The pages to send now. */
        List<Page> pages();
    }

    /** A fact raised an alert from quiet. */
    record Raised(
            String factId,
            String contactId,
            String caseId,
            Code code,
            int episode,
            CodePolicy policy,
            int safetyNetSeconds,
            Instant at)
            implements AlertEvent {}

    /** A fact rings the open alert anew: it is more urgent, or of another contact while somebody was thought to be there. */
    record RaisedAgain(String factId, String contactId, Code code, CodePolicy policy, int safetyNetSeconds, Instant at)
            implements AlertEvent {}

    /** A fact was heard that the open alert covers already. */
    record FactJoined(String factId, String contactId, Instant at) implements AlertEvent {}

    /** A step called nobody and was skipped. */
    record StepSkipped(int step, Instant at) implements AlertEvent {}

    /** The people of a step are called, and have until {@code due} to acknowledge. */
    record StepRang(int step, int sequence, Reason reason, List<Page> pages, Instant due, Instant at)
            implements Called {}

    /** More people of the open step are called, because the rota changed. */
    record CalledToo(List<Page> pages, Instant at) implements Called {}

    /** No step is left. */
    record RanOut(Reason reason, Instant at) implements AlertEvent {}

    /** The safety net is called, and again at {@code due}. */
    record SafetyNetRang(int sequence, List<Page> pages, Instant due, Instant at) implements Called {}

    /** A provider took a page. */
    record PageDelivered(String pageId, String person, Channel channel, int step, Instant at) implements AlertEvent {}

    /** A try of a page failed; without {@code retryAt} it is given up. */
    record PageFailed(String pageId, int attempt, @Nullable Instant retryAt, Instant at) implements AlertEvent {}

    /** A provider had a page and did not say whether it took it; it is sent once more, and never after that. */
    record PageUnsure(String pageId, int attempt, Instant retryAt, Instant at) implements AlertEvent {}

    /** A page is sent once more. */
    record PageTried(String pageId, int attempt, Instant recordDue, Instant at) implements AlertEvent {}

    /** A person took the alert on, and has until {@code due} to be with the person. */
    record Acknowledged(String person, Instant due, Instant at) implements AlertEvent {}

    /** Whoever acknowledged was not with the person in time. */
    record NotEngaged(String person, Instant at) implements AlertEvent {}

    /** A person is with the person at risk. */
    record Engaged(String person, Instant at) implements AlertEvent {}

    /** Whoever is with the person is called, and has until {@code due} to say so again. */
    record AskedAgain(String person, Reason reason, int sequence, List<Page> pages, Instant due, Instant at)
            implements Called {}

    /** A person closed the alert. */
    record Closed(String person, CloseReason reason, Instant at) implements AlertEvent {}
}
