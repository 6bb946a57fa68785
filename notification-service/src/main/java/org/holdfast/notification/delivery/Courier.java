package org.holdfast.notification.delivery;

import java.time.Duration;
import org.holdfast.notification.domain.alert.AlertCommand.Outcome;
import org.holdfast.notification.domain.roster.Channel;
import reactor.core.publisher.Mono;

/** A way to give a letter to a provider. */
public interface Courier {

    /** How long a try may take at most: shorter than the time after which a page without a record is sent again. */
    Duration DEADLINE = Duration.ofSeconds(10);

    /** The channel that it serves. */
    Channel channel();

    /** Tries once; answers within {@link #DEADLINE} and never fails. Says {@code FAILED} only if nothing can arrive any more. */
    Mono<Outcome> carry(Letter letter);
}
