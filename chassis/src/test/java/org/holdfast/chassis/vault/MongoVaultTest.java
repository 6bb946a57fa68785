package org.holdfast.chassis.vault;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.holdfast.chassis.testkit.Backends;
import org.junit.jupiter.api.BeforeAll;

/** The vault over a real MongoDB. */
class MongoVaultTest extends VaultContract {

    @BeforeAll
    static void engine() {
        assumeTrue(Backends.real().isPresent(), Backends::why);
    }

    @Override
    String uri() {
        return Backends.real().orElseThrow();
    }
}
