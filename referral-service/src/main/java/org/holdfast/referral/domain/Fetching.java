package org.holdfast.referral.domain;

import static org.holdfast.chassis.decide.Decision.accepted;

import java.time.Instant;
import org.holdfast.chassis.decide.Decider;
import org.holdfast.chassis.decide.Decision;

/**
 * Remembers each time an agency asks for the details of a person; apart from the referral, so that looking never makes stale
 * what the desk or the agency has read.
 */
public final class Fetching implements Decider<Fetching.Asked, Fetching.AskForDetails, Fetching.DetailsAsked> {

    /** How often they were asked for. */
    public record Asked(long times) {}

    /** To be given before they are asked for. */
    public record AskForDetails(Instant now) {}

    /** Somebody of the agency asked for them; who, stands with the entry. */
    public record DetailsAsked(Instant at) {}

    @Override
    public Asked initial() {
        return new Asked(0);
    }

    @Override
    public Decision<DetailsAsked> decide(Asked state, AskForDetails command) {
        return accepted(new DetailsAsked(command.now()));
    }

    @Override
    public Asked evolve(Asked state, DetailsAsked event) {
        return new Asked(state.times() + 1);
    }
}
