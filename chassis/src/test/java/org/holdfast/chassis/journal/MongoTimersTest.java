package org.holdfast.chassis.journal;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.holdfast.chassis.testkit.Backends;

/** Timers over a real MongoDB. */
class MongoTimersTest extends TimersContract {

    @Override
    String uri() {
        assumeTrue(Backends.real().isPresent(), Backends::why);
        return Backends.real().orElseThrow();
    }
}
