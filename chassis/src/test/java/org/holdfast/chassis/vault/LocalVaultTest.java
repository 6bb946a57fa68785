package org.holdfast.chassis.vault;

import org.holdfast.chassis.testkit.Backends;

/** The vault over the local store. */
class LocalVaultTest extends VaultContract {

    @Override
    String uri() {
        return Backends.local();
    }
}
