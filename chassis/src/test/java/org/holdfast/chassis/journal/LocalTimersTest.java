package org.holdfast.chassis.journal;

import org.holdfast.chassis.testkit.Backends;

/** Timers over the local store. */
class LocalTimersTest extends TimersContract {

    @Override
    String uri() {
        return Backends.local();
    }
}
