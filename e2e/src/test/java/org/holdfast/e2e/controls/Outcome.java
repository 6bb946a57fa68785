package org.holdfast.e2e.controls;

/**
 * What became of a test that was run without a control.
 *
 * @param kind what happened
 * @param why the first words of its failure, or why it did not run
 */
record Outcome(Kind kind, String why) {

    /** What can happen. */
    enum Kind {
        /** It failed of itself: it holds the control. */
        FAILED,
        /** It ran and passed. */
        PASSED,
        /** It did not run to an end of its own, or failed for a reason that proves nothing. */
        SAID_NOTHING,
        /** It was not asked to run here. */
        LEFT_OUT
    }
}
