package org.holdfast.intake.store;

import org.holdfast.chassis.testkit.Backends;

class LocalShelfTest extends ShelfContract {

    @Override
    String uri() {
        return Backends.local();
    }
}
