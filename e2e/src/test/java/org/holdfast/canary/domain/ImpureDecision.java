package org.holdfast.canary.domain;

import java.time.Instant;
import org.springframework.context.ApplicationContext;

/** Must be caught: a domain that reads the clock and knows a framework. */
class ImpureDecision {
    ApplicationContext context;

    Instant now() {
        return Instant.now();
    }
}
