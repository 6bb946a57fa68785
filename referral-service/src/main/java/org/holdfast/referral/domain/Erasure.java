package org.holdfast.referral.domain;

import static org.holdfast.chassis.decide.Decision.accepted;

import java.time.Instant;
import org.holdfast.chassis.decide.Decider;
import org.holdfast.chassis.decide.Decision;

/** Remembers that this service destroyed its key of a case, so that it can say so for as long as anybody asks. */
public final class Erasure implements Decider<Erasure.State, Erasure.DestroyKey, Erasure.KeyDestroyed> {

    /** What is known. */
    public sealed interface State {}

    /** The key is there, or never was. */
    public record Untouched() implements State {}

    /** The key is gone. */
    public record Erased(String caseId, Instant at) implements State {}

    /** The key was destroyed; to be given only after it was. */
    public record DestroyKey(String caseId, Instant now) {}

    /** The key is gone. */
    public record KeyDestroyed(String caseId, Instant at) {}

    @Override
    public State initial() {
        return new Untouched();
    }

    @Override
    public Decision<KeyDestroyed> decide(State state, DestroyKey command) {
        return state instanceof Erased ? accepted() : accepted(new KeyDestroyed(command.caseId(), command.now()));
    }

    @Override
    public State evolve(State state, KeyDestroyed event) {
        return new Erased(event.caseId(), event.at());
    }
}
