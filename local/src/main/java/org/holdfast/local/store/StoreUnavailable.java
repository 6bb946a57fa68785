package org.holdfast.local.store;

import org.jspecify.annotations.Nullable;

/** Says in one sentence, to be shown as it is, why the store could not be started and what to do. */
public final class StoreUnavailable extends RuntimeException {

    public StoreUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
