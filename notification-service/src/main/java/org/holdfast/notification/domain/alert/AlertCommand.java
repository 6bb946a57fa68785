package org.holdfast.notification.domain.alert;

import java.time.Instant;
import org.holdfast.notification.domain.roster.Code;
import org.holdfast.notification.domain.roster.Roster;
import org.jspecify.annotations.Nullable;

/** What can be asked of the alert of one case; times, and who can be called at that time, come in from outside. */
public sealed interface AlertCommand {

    /** When it is asked (UTC). */
    Instant now();

    /** A fact says that the case has this code. */
    record Raise(String factId, Code code, String contactId, String caseId, Roster roster, Instant now)
            implements AlertCommand {}

    /**
     * A try of a page ended.
     *
     * @param attempt which try, from 1
     * @param outcome how
     */
    record RecordDelivery(String pageId, int attempt, Outcome outcome, Instant now) implements AlertCommand {}

    /** How a try ended. */
    enum Outcome {
        /** The provider took it. */
        DELIVERED,
        /** The provider surely did not take it; trying again may help. */
        FAILED,
        /** The provider had it and did not say in time whether it took it; trying again may help, or make a duplicate. */
        UNKNOWN,
        /** The receiver is gone for good, or there is no address; trying again cannot help. */
        GONE
    }

    /** A person takes the alert on; with a sequence only if that calling is still the present one. */
    record Acknowledge(String person, @Nullable Integer sequence, Instant now) implements AlertCommand {}

    /** A person is with the person at risk; with a sequence only if that calling is still the present one. */
    record Engage(String person, @Nullable Integer sequence, Instant now) implements AlertCommand {}

    /** A person closes the alert. */
    record Close(String person, CloseReason reason, Instant now) implements AlertCommand {}

    /** The timer for an acknowledgement fired, as it was wanted for {@code due}. */
    record StepDue(Instant due, Roster roster, Instant now) implements AlertCommand {}

    /** The timer for being with the person fired, as it was wanted for {@code due}. */
    record EngageDue(Instant due, Roster roster, Instant now) implements AlertCommand {}

    /** The timer for asking whoever is with the person again fired, as it was wanted for {@code due}. */
    record StillDue(Instant due, Roster roster, Instant now) implements AlertCommand {}

    /** The timer of the safety net fired, as it was wanted for {@code due}. */
    record SafetyNetDue(Instant due, Roster roster, Instant now) implements AlertCommand {}

    /** The timer of a page fired, as it was wanted for {@code due}. */
    record PageDue(String pageId, Instant due, Instant now) implements AlertCommand {}

    /** The rota changed: whoever the open step calls now and did not call before is called too. */
    record Resolve(Roster roster, Instant now) implements AlertCommand {}
}
