package org.holdfast.notification.stream;

import org.holdfast.chassis.stream.Heard;
import org.holdfast.contracts.triage.UrgentCodeReached;
import org.holdfast.notification.domain.roster.Code;
import reactor.core.publisher.Mono;

/** Hears that a contact reached code A or B: the alert is raised once, however often and however late it is told. */
public final class UrgentHeard {

    private final Raising raising;

    public UrgentHeard(Raising raising) {
        this.raising = raising;
    }

    /** Turns the message into a command. */
    public Mono<?> hear(Heard<?> heard) {
        return heard.message() instanceof UrgentCodeReached fact
                ? raising.raise(heard, fact.factId(), Code.reading(fact.code()), fact.contactId(), fact.caseId())
                : Mono.empty();
    }
}
