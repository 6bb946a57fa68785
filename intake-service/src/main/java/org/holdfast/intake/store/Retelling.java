package org.holdfast.intake.store;

import reactor.core.publisher.Mono;

/** Tells a contact again. */
@FunctionalInterface
public interface Retelling {

    /** Completes when the broker has it; does nothing while the broker is known to be away. */
    Mono<Void> retell(String contactId);
}
