package org.holdfast.triage.stream;

import java.time.Clock;
import java.time.Instant;
import org.holdfast.chassis.journal.Cause;
import org.holdfast.chassis.journal.Handled;
import org.holdfast.chassis.journal.Handling;
import org.holdfast.chassis.stream.Heard;
import org.holdfast.chassis.vault.Vault;
import org.holdfast.triage.domain.Assessment;
import org.holdfast.triage.domain.Erasure;
import org.holdfast.triage.domain.TriageCommand;
import org.holdfast.triage.domain.TriageEvent;
import org.holdfast.triage.store.CaseBook;
import reactor.core.publisher.Mono;

/** Erases a case: its key first, so that nothing new comes, then each assessment, then says that it is done. */
public final class CasesErased {

    private final Vault vault;
    private final CaseBook cases;
    private final Handling<Assessment, TriageCommand, TriageEvent> assessments;
    private final Handling<Erasure, Erasure.NoteKeyDestroyed, Erasure.KeyDestroyed> erasures;
    private final Clock clock;

    /** Over everything that this service keeps of a case. */
    public CasesErased(
            Vault vault,
            CaseBook cases,
            Handling<Assessment, TriageCommand, TriageEvent> assessments,
            Handling<Erasure, Erasure.NoteKeyDestroyed, Erasure.KeyDestroyed> erasures,
            Clock clock) {
        this.vault = vault;
        this.cases = cases;
        this.assessments = assessments;
        this.erasures = erasures;
        this.clock = clock;
    }

    Mono<Void> erase(Heard<?> heard, String caseId) {
        Instant now = clock.instant();
        Cause cause = heard.cause(now);
        String stream = "erasure/" + caseId;
        return vault.erase(caseId, now)
                .thenMany(cases.contacts(caseId))
                .concatMap(contact -> assessments.handle(
                        ContactsHeard.stream(contact), new TriageCommand.EraseAssessment(caseId, now), cause))
                .then(erasures.handle(stream, new Erasure.NoteKeyDestroyed(caseId, now), cause))
                .flatMap(handled -> {
                    boolean known = handled instanceof Handled.Done<Erasure, Erasure.KeyDestroyed> done
                            && (done.repeated() || done.events().isEmpty());
                    return heard.retold() && known ? erasures.retell(stream) : Mono.empty();
                });
    }
}
