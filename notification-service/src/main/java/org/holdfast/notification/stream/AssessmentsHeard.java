package org.holdfast.notification.stream;

import java.util.Set;
import org.holdfast.chassis.stream.Heard;
import org.holdfast.contracts.triage.AssessmentChanged;
import org.holdfast.notification.domain.roster.Code;
import reactor.core.publisher.Mono;

/** Hears assessments, for the codes that ring by policy and have no urgent message of their own. */
public final class AssessmentsHeard {

    /** Codes that never ring, and the two that are told on their own topic. */
    private static final Set<String> SILENT = Set.of("A", "B", "UNTRIAGED", "D", "E", "F", "G", "OPERATOR_CHOICE");

    private final Raising raising;
    private final Set<Code> ringing;

    /** Rings for the codes of the setting. */
    public AssessmentsHeard(Raising raising, Set<Code> ringing) {
        this.raising = raising;
        this.ringing = Set.copyOf(ringing);
    }

    /** Turns the message into a command; a code that nobody knows counts as the most urgent. */
    public Mono<?> hear(Heard<?> heard) {
        if (!(heard.message() instanceof AssessmentChanged changed) || SILENT.contains(changed.code())) {
            return Mono.empty();
        }
        Code code = Code.reading(changed.code());
        if (!ringing.contains(code)) {
            return Mono.empty();
        }
        String factId = "assessment-" + changed.contactId() + "-" + changed.code();
        return raising.raise(heard, factId, code, changed.contactId(), changed.caseId());
    }
}
