package org.holdfast.e2e.controls;

/**
 * Where a test can be run.
 *
 * @param module the module whose test it is
 * @param type the full name of a class that can be run
 * @param needs what it needs that not every run has
 */
record Place(String module, String type, Needs needs) {

    /** What a test can need. */
    enum Needs {
        NOTHING,
        TIME,
        BROWSER
    }
}
