package org.holdfast.notification.domain.alert;

import java.time.Instant;
import org.holdfast.notification.domain.roster.Code;

/** Where the alert of one case stands. */
public sealed interface AlertState {

    /** What the stream never forgets. */
    Known known();

    /** Nothing was ever raised. */
    record Quiet(Known known) implements AlertState {}

    /** An alert that was raised, open or closed. */
    sealed interface Told extends AlertState {
        /** The present or last episode. */
        Episode episode();
    }

    /** An alert that nobody closed. */
    sealed interface Open extends Told {
        Open with(Known known, Episode episode);

        default boolean lessUrgentThan(Code code) {
            return code.moreUrgentThan(episode().code());
        }
    }

    /** An alert for which people are being called, so that their pages are tried again. */
    sealed interface Summoning extends Open {
        /** The first sequence whose links still count. */
        int linksFrom();

        /** Why people are called. */
        Reason reason();
    }

    /** An alert that waits for somebody to acknowledge. */
    sealed interface Calling extends Summoning {
        /** The number of the next step of the policy, from 1. */
        int nextStep();

        /** How long whoever acknowledges has to be with the person, in seconds. */
        int engageSeconds();

        /** When the next people are called if nobody acknowledges (UTC). */
        Instant due();
    }

    /**
     * The people of a step are called.
     *
     * @param step the step, from 1
     * @param reason why they are called
     * @param due when the next step begins if nobody acknowledges (UTC)
     */
    record Ringing(Known known, Episode episode, int step, Reason reason, Instant due) implements Calling {
        @Override
        public Ringing with(Known known, Episode episode) {
            return new Ringing(known, episode, step, reason, due);
        }

        @Override
        public int linksFrom() {
            return known.sequence();
        }

        @Override
        public int nextStep() {
            return step + 1;
        }

        @Override
        public int engageSeconds() {
            return episode.policy().steps().get(step - 1).engageSeconds();
        }
    }

    /**
     * Nobody is left: the safety net is called again and again.
     *
     * @param since since when (UTC)
     * @param linksFrom the sequence of the first calling of the safety net
     * @param due when it is called again (UTC)
     */
    record Exhausted(Known known, Episode episode, Instant since, int linksFrom, Instant due) implements Calling {
        @Override
        public Exhausted with(Known known, Episode episode) {
            return new Exhausted(known, episode, since, linksFrom, due);
        }

        @Override
        public Reason reason() {
            return Reason.NOBODY_LEFT;
        }

        @Override
        public int nextStep() {
            return episode.policy().steps().size() + 1;
        }

        @Override
        public int engageSeconds() {
            return episode.policy().engageSeconds();
        }
    }

    /**
     * A person has it, and must be with the person at risk in time.
     *
     * @param person the id of the member of staff
     * @param at when it was acknowledged (UTC)
     * @param nextStep the step that begins otherwise, from 1
     * @param linksFrom the first sequence whose links still count
     * @param due until when the person must be engaged (UTC)
     */
    record Acknowledged(
            Known known, Episode episode, String person, Instant at, int nextStep, int linksFrom, Instant due)
            implements Open {
        @Override
        public Acknowledged with(Known known, Episode episode) {
            return new Acknowledged(known, episode, person, at, nextStep, linksFrom, due);
        }
    }

    /**
     * That person is with the person at risk.
     *
     * @param person the id of the member of staff
     * @param acknowledgedAt when it was acknowledged (UTC)
     * @param at since when (UTC)
     */
    record Engaged(Known known, Episode episode, String person, Instant acknowledgedAt, Instant at) implements Open {
        @Override
        public Engaged with(Known known, Episode episode) {
            return new Engaged(known, episode, person, acknowledgedAt, at);
        }
    }

    /**
     * Whoever is with the person is asked to say so again, or it rings on.
     *
     * @param person the id of the member of staff
     * @param acknowledgedAt when it was acknowledged (UTC)
     * @param at since when, as it was said (UTC)
     * @param reason why it is asked
     * @param linksFrom the first sequence whose links still count
     * @param due until when it must be said (UTC)
     */
    record Asked(
            Known known,
            Episode episode,
            String person,
            Instant acknowledgedAt,
            Instant at,
            Reason reason,
            int linksFrom,
            Instant due)
            implements Summoning {
        @Override
        public Asked with(Known known, Episode episode) {
            return new Asked(known, episode, person, acknowledgedAt, at, reason, linksFrom, due);
        }
    }

    /**
     * A person closed it; a new fact begins a new episode.
     *
     * @param person the id of the member of staff
     * @param reason why
     * @param at when (UTC)
     */
    record Closed(Known known, Episode episode, String person, CloseReason reason, Instant at) implements Told {}
}
