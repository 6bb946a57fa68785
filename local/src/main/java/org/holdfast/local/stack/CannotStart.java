package org.holdfast.local.stack;

import org.jspecify.annotations.Nullable;

/** Says in plain words, to be shown as they are, why the stack cannot start and what to do. */
public final class CannotStart extends RuntimeException {

    public CannotStart(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
