package org.holdfast.console.services;

/** A service does not answer, or not as it should: nothing is known about what was asked. */
public final class Away extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Away(ServiceName service) {
        super(service.name().toLowerCase(java.util.Locale.ROOT) + " does not answer", null, false, false);
    }
}
