package org.holdfast.benchmarks.pure;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.holdfast.chassis.decide.Decision;
import org.holdfast.chassis.journal.Shapes;
import org.holdfast.triage.domain.Assessment;
import org.holdfast.triage.domain.AssessmentDecider;
import org.holdfast.triage.domain.ContactFacts;
import org.holdfast.triage.domain.TriageCommand;
import org.holdfast.triage.domain.TriageEvent;
import org.holdfast.triage.domain.protocol.Protocol;
import org.holdfast.triage.domain.protocol.Said;
import org.holdfast.triage.store.ProtocolFile;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One contact assessed by the shipped protocol, and the state that comes of it as JSON and back. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Assessing {

    private static final Instant AT = Instant.parse("2026-11-22T20:00:00Z");

    private final Protocol protocol = ProtocolFile.load("crisis-triage-1.0.0");
    private final AssessmentDecider decider = new AssessmentDecider();
    private final Shapes shapes = new Shapes();
    private final TriageCommand urgent = assess(Map.of("cssrs.q4", said("YES")));
    private final TriageCommand routine =
            assess(IntStream.rangeClosed(1, 6).boxed().collect(Collectors.toMap(i -> "cssrs.q" + i, i -> said("NO"))));
    private final Assessment assessed = after(routine);
    private final String json = shapes.write(Assessment.class, assessed);

    /** One alarming answer. */
    @Benchmark
    public Decision<TriageEvent> assessUrgent() {
        return decider.decide(decider.initial(), urgent);
    }

    /** Six answers that are not. */
    @Benchmark
    public Decision<TriageEvent> assessRoutine() {
        return decider.decide(decider.initial(), routine);
    }

    /** The state, as it is written. */
    @Benchmark
    public String writeAssessment() {
        return shapes.write(Assessment.class, assessed);
    }

    /** The state, as it is read. */
    @Benchmark
    public Assessment readAssessment() {
        return shapes.read(Assessment.class, json);
    }

    private Assessment after(TriageCommand command) {
        Assessment state = decider.initial();
        if (decider.decide(state, command) instanceof Decision.Accepted<TriageEvent> yes) {
            for (TriageEvent event : yes.events()) {
                state = decider.evolve(state, event);
            }
        }
        return state;
    }

    private TriageCommand assess(Map<String, List<Said>> items) {
        return new TriageCommand.Assess(new ContactFacts("c", "k", 1, false, AT, items), protocol, AT);
    }

    private static List<Said> said(String value) {
        return List.of(new Said(value, 1, AT));
    }
}
