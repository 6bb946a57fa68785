package org.holdfast.chassis.vault;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.holdfast.chassis.testkit.Backends;
import org.junit.jupiter.api.BeforeAll;

/** The keys of a vault over a real MongoDB. */
class MongoVaultKeysTest extends VaultKeysContract {

    @BeforeAll
    static void engine() {
        assumeTrue(Backends.real().isPresent(), Backends::why);
    }

    @Override
    String uri() {
        return Backends.real().orElseThrow();
    }
}
