package org.holdfast.notification.domain.roster;

import org.jspecify.annotations.Nullable;

/**
 * One rung of a policy.
 *
 * @param call whom it calls
 * @param rota the rota, for {@link Call#ON_CALL}
 * @param ahead how many turns after the present one, for {@link Call#ON_CALL}; 0, or nothing, is who is on call now
 * @param person the id of the person, for {@link Call#PERSON}
 * @param ackSeconds how long it waits for an acknowledgement before the next step, at least 1
 * @param engageSeconds how long whoever acknowledged has to be with the person, at least 1
 */
public record Step(
        Call call,
        @Nullable String rota,
        @Nullable Integer ahead,
        @Nullable String person,
        int ackSeconds,
        int engageSeconds) {

    /** How many turns after the present one. */
    int turnsAhead() {
        return ahead == null ? 0 : ahead;
    }

    /** A step that calls who is on call by the rota, or comes {@code ahead} turns later. */
    public static Step onCall(String rota, int ahead, int ackSeconds, int engageSeconds) {
        return new Step(Call.ON_CALL, rota, ahead, null, ackSeconds, engageSeconds);
    }

    /** A step that calls one named person. */
    public static Step person(String person, int ackSeconds, int engageSeconds) {
        return new Step(Call.PERSON, null, null, person, ackSeconds, engageSeconds);
    }

    /** A step that calls everyone who can be reached. */
    public static Step everyone(int ackSeconds, int engageSeconds) {
        return new Step(Call.EVERYONE, null, null, null, ackSeconds, engageSeconds);
    }
}
