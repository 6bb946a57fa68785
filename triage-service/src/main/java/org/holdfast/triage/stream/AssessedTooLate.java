package org.holdfast.triage.stream;

import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.holdfast.chassis.journal.Cause;
import org.holdfast.chassis.journal.Entry;
import org.holdfast.chassis.journal.Handling;
import org.holdfast.chassis.journal.Projection;
import org.holdfast.chassis.vault.Vault;
import org.holdfast.triage.domain.Assessment;
import org.holdfast.triage.domain.TriageCommand;
import org.holdfast.triage.domain.TriageEvent;
import org.holdfast.triage.store.CaseBook;
import reactor.core.publisher.Mono;

/**
 * Erases what was assessed while its case was being erased: whoever erased the case may have looked into the {@link CaseBook} before the
 * contact stood there. To follow the book, so that one of the two sees the other; done again for what a dead instance left.
 */
public final class AssessedTooLate implements Projection<Assessment, TriageEvent> {

    private final Vault vault;
    private final Supplier<Handling<Assessment, TriageCommand, TriageEvent>> assessments;
    private final Clock clock;

    /** With what handles the assessments, which is asked for only when it is needed. */
    public AssessedTooLate(
            Vault vault, Supplier<Handling<Assessment, TriageCommand, TriageEvent>> assessments, Clock clock) {
        this.vault = vault;
        this.assessments = assessments;
        this.clock = clock;
    }

    @Override
    public Mono<Void> project(Entry<Assessment> entry, List<TriageEvent> events) {
        if (!CaseBook.enters(entry, events) || !(entry.state() instanceof Assessment.Assessed assessed)) {
            return Mono.empty();
        }
        String caseId = assessed.contact().caseId();
        return vault.erasedSoon(caseId)
                .filter(erased -> erased)
                .flatMap(erased -> assessments
                        .get()
                        .handle(
                                ContactsHeard.stream(assessed.contact().contactId()),
                                new TriageCommand.EraseAssessment(caseId, clock.instant()),
                                Cause.own("too-late/" + entry.stream(), clock.instant())))
                .then();
    }
}
