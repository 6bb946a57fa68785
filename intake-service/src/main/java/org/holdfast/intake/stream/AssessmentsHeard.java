package org.holdfast.intake.stream;

import static org.holdfast.intake.stream.Kept.facts;

import java.time.Clock;
import org.holdfast.chassis.stream.Heard;
import org.holdfast.contracts.triage.AssessmentChanged;
import org.holdfast.contracts.triage.ReferralNeeded;
import org.holdfast.contracts.triage.TriageKeyDestroyed;
import org.holdfast.contracts.triage.UrgentCodeReached;
import org.holdfast.intake.domain.outcome.Assessment;
import org.holdfast.intake.domain.outcome.Reached;
import reactor.core.publisher.Mono;

/** Hears what triage made of a contact, on both of its topics. */
public final class AssessmentsHeard {

    private static final String TRIAGE = "triage";

    private final Kept kept;
    private final Clock clock;

    /** Keeps what it hears there. */
    public AssessmentsHeard(Kept kept, Clock clock) {
        this.kept = kept;
        this.clock = clock;
    }

    /** Hears one message of {@code assessments} or {@code urgent}. */
    public Mono<?> hear(Heard<?> heard) {
        return switch (heard.message()) {
            case AssessmentChanged changed -> changed(heard, changed);
            case UrgentCodeReached reached -> reached(heard, reached);
            case ReferralNeeded needed ->
                kept.trail(
                        needed.caseId(),
                        heard,
                        new Kept.Subject(TRIAGE, needed.contactId(), needed.version(), needed.at()),
                        facts("code", needed.code()));
            case TriageKeyDestroyed destroyed -> kept.destroyed(destroyed.caseId(), heard, TRIAGE, destroyed.at());
            default -> Mono.empty();
        };
    }

    private Mono<?> changed(Heard<?> heard, AssessmentChanged changed) {
        Assessment assessment = new Assessment(
                changed.code(),
                changed.contactVersion(),
                changed.version(),
                changed.respondBy(),
                new Assessment.Grounds(
                        changed.explanations().stream()
                                .map(why -> new Assessment.Explained(
                                        why.rule(),
                                        why.floor(),
                                        why.evidence().stream()
                                                .map(told -> new Assessment.Told(told.item(), told.value()))
                                                .toList(),
                                        why.source()))
                                .toList(),
                        changed.mustAsk(),
                        changed.flags(),
                        changed.protocol(),
                        changed.protocolVersion()),
                changed.at());
        String rule = changed.explanations().isEmpty()
                ? null
                : changed.explanations().getFirst().rule();
        return kept.trails()
                .hear(
                        changed.contactId(),
                        changed.caseId(),
                        outcome -> outcome.heard(assessment, clock.instant()),
                        Kept.line(
                                heard,
                                new Kept.Subject(TRIAGE, changed.contactId(), changed.version(), changed.at()),
                                facts(
                                        "code",
                                        changed.code(),
                                        "contactVersion",
                                        changed.contactVersion(),
                                        "rule",
                                        rule)));
    }

    private Mono<?> reached(Heard<?> heard, UrgentCodeReached reached) {
        Reached fact = new Reached(reached.factId(), reached.code(), reached.reachedAt(), clock.instant());
        return kept.trails()
                .hear(
                        reached.contactId(),
                        reached.caseId(),
                        outcome -> outcome.heard(fact),
                        Kept.line(
                                heard,
                                new Kept.Subject(TRIAGE, reached.contactId(), reached.version(), reached.reachedAt()),
                                facts("code", reached.code(), "factId", reached.factId(), "rule", reached.rule())));
    }
}
