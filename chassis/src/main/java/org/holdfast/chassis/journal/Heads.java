package org.holdfast.chassis.journal;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Logs once a day how every history ends, as one value: kept outside the database, it shows later that a whole history was
 * changed, shortened or taken away, which the chain inside each history cannot show.
 */
final class Heads {

    private static final Logger LOG = LoggerFactory.getLogger(Heads.class);

    private final Streams streams;
    private @Nullable LocalDate logged;

    Heads(Streams streams) {
        this.streams = streams;
    }

    /** Logs the value of today, unless that was done. */
    Mono<Void> oncePerDay() {
        LocalDate today = streams.clock().instant().atZone(ZoneOffset.UTC).toLocalDate();
        if (today.equals(logged)) {
            return Mono.empty();
        }
        return value().doOnNext(value -> {
                    logged = today;
                    LOG.info("History heads of {}: {}", today, value);
                })
                .then();
    }

    /** How many streams there are and one value for all their ends, whatever order they come in. */
    Mono<String> value() {
        AtomicLong count = new AtomicLong();
        byte[] sum = new byte[32];
        return streams.journal()
                .heads()
                .doOnNext(head -> {
                    count.incrementAndGet();
                    byte[] code = HexFormat.of().parseHex(streams.chain().code(head));
                    for (int i = 0; i < sum.length; i++) {
                        sum[i] ^= code[i];
                    }
                })
                .then(Mono.fromSupplier(
                        () -> count.get() + " streams " + HexFormat.of().formatHex(sum)));
    }
}
