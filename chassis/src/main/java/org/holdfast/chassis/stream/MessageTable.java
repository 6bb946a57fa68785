package org.holdfast.chassis.stream;

import java.util.Optional;

/** Which record a CloudEvents type carries; the service's contracts say. */
@FunctionalInterface
public interface MessageTable {

    /** The record of the type, or empty when these contracts do not know it. */
    Optional<? extends Class<?>> recordOf(String type);
}
