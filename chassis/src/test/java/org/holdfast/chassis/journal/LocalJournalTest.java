package org.holdfast.chassis.journal;

import org.holdfast.chassis.testkit.Backends;

/** The journal over the local store. */
class LocalJournalTest extends JournalContract {

    @Override
    String uri() {
        return Backends.local();
    }
}
