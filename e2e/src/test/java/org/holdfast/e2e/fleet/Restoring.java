package org.holdfast.e2e.fleet;

import java.io.IOException;
import java.nio.file.Path;

/** Puts something into an empty store and an empty folder of keys before the services of a stack start. */
@FunctionalInterface
public interface Restoring {

    /** A stack that knows nothing. */
    Restoring NOTHING = (mongodb, secrets) -> {};

    void into(String mongodb, Path secrets) throws IOException;
}
