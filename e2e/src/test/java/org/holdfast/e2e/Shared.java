package org.holdfast.e2e;

import org.holdfast.e2e.fleet.Fleet;
import org.holdfast.e2e.fleet.Roster;
import org.jspecify.annotations.Nullable;

/** One stack for all tests that break no part of it; it ends with the test run. */
final class Shared {

    private static @Nullable Fleet fleet;

    private Shared() {}

    static synchronized Fleet fleet() {
        if (fleet == null) {
            Fleet started = Fleet.start("shared", Roster.patient());
            Runtime.getRuntime().addShutdownHook(new Thread(started::close));
            fleet = started;
        }
        return fleet;
    }
}
