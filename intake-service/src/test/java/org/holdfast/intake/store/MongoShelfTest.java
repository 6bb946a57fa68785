package org.holdfast.intake.store;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.holdfast.chassis.testkit.Backends;

class MongoShelfTest extends ShelfContract {

    @Override
    String uri() {
        assumeTrue(Backends.real().isPresent(), Backends::why);
        return Backends.real().orElseThrow();
    }
}
