package org.holdfast.console.pages;

import java.util.UUID;

/** Makes the key that a form carries, so that sending it twice does one thing. */
public final class FreshKeys {

    FreshKeys() {}

    /** One for one form. */
    public String next() {
        return UUID.randomUUID().toString();
    }
}
