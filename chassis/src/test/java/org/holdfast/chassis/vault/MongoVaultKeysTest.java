package org.holdfast.chassis.vault;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.holdfast.chassis.testkit.Backends;

/** The keys of a vault over a real MongoDB. */
class MongoVaultKeysTest extends VaultKeysContract {

    @Override
    String uri() {
        assumeTrue(Backends.real().isPresent(), Backends::why);
        return Backends.real().orElseThrow();
    }
}
