package org.holdfast.chassis.journal;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.holdfast.chassis.testkit.Backends;
import org.junit.jupiter.api.BeforeAll;

/** Timers over a real MongoDB. */
class MongoTimersTest extends TimersContract {

    @BeforeAll
    static void engine() {
        assumeTrue(Backends.real().isPresent(), Backends::why);
    }

    @Override
    String uri() {
        return Backends.real().orElseThrow();
    }
}
