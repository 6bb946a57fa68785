package org.holdfast.chassis.vault;

import org.holdfast.chassis.testkit.Backends;

/** The keys of a vault over the local store. */
class LocalVaultKeysTest extends VaultKeysContract {

    @Override
    String uri() {
        return Backends.local();
    }
}
