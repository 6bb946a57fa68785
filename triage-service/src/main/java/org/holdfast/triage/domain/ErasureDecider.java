package org.holdfast.triage.domain;

import org.holdfast.chassis.decide.Decider;
import org.holdfast.chassis.decide.Decision;

/** Notes once for each case that its key is destroyed, so that it is told and can be told again. */
public final class ErasureDecider implements Decider<Erasure, Erasure.NoteKeyDestroyed, Erasure.KeyDestroyed> {

    @Override
    public Erasure initial() {
        return new Erasure("", null);
    }

    @Override
    public Decision<Erasure.KeyDestroyed> decide(Erasure state, Erasure.NoteKeyDestroyed command) {
        return state.at() != null
                ? Decision.accepted()
                : Decision.accepted(new Erasure.KeyDestroyed(command.caseId(), command.now()));
    }

    @Override
    public Erasure evolve(Erasure state, Erasure.KeyDestroyed event) {
        return new Erasure(event.caseId(), event.at());
    }
}
