package org.holdfast.chassis.journal;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.holdfast.chassis.testkit.Backends;

/** The journal over a real MongoDB. */
class MongoJournalTest extends JournalContract {

    @Override
    String uri() {
        assumeTrue(Backends.real().isPresent(), Backends::why);
        return Backends.real().orElseThrow();
    }
}
