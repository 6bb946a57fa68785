package org.holdfast.intake.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a contact has come.
 *
 * @param version how many decisions it holds: the version of its stream
 * @param changedVersion the newest version that changed what the desk sees; reading and disclosing change nothing
 * @param changedBefore the version that changed it before that; 0 for the first, and for what was written before this was kept
 * @param toldVersion the newest version that the other services must know about
 * @param toldAt when that was (UTC)
 * @param urgent whether it travels on the urgent lane; once it does, it stays there
 */
public record Tally(
        long version,
        long changedVersion,
        @Nullable Long changedBefore,
        long toldVersion,
        Instant toldAt,
        boolean urgent) {

    public Tally {
        changedBefore = changedBefore == null ? 0L : changedBefore;
    }

    /** The first decision. */
    static Tally first(Instant at, boolean urgent) {
        return new Tally(1, 1, 0L, 1, at, urgent);
    }

    /** One decision further, which only says that somebody saw something. */
    Tally seen() {
        return new Tally(version + 1, changedVersion, changedBefore, toldVersion, toldAt, urgent);
    }

    /** One decision further, of which nobody else needs to know. */
    Tally quietly() {
        return new Tally(version + 1, version + 1, changedVersion, toldVersion, toldAt, urgent);
    }

    /** One decision further, which the other services must know about. */
    Tally told(Instant at, boolean nowUrgent) {
        return new Tally(version + 1, version + 1, changedVersion, version + 1, at, urgent || nowUrgent);
    }
}
