package org.holdfast.chassis.http;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.server.ServerWebExchange;

/** The W3C trace context of a request: the caller's own, or a new one. */
final class Trace {

    private static final String HEADER = "traceparent";
    private static final Pattern PARENT = Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private Trace() {}

    /** The trace of this request; the same each time it is asked for one request. */
    static String of(ServerRequest request) {
        ServerWebExchange exchange = request.exchange();
        return (String) exchange.getAttributes().computeIfAbsent(Trace.class.getName(), key -> {
            String sent = sent(exchange);
            return sent == null ? fresh() : sent;
        });
    }

    /** The trace context that the caller sent, if it sent a sound one. */
    static @Nullable String sent(ServerWebExchange exchange) {
        String sent = exchange.getRequest().getHeaders().getFirst(HEADER);
        return sent != null && PARENT.matcher(sent).matches() ? sent : null;
    }

    /** From here on this is the trace of the request. */
    static void put(ServerWebExchange exchange, @Nullable String trace) {
        if (trace != null) {
            exchange.getAttributes().put(Trace.class.getName(), trace);
        }
    }

    static String fresh() {
        byte[] bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        bytes[0] |= 1; // never all zero
        bytes[16] |= 1;
        String hex = HexFormat.of().formatHex(bytes);
        return "00-" + hex.substring(0, 32) + "-" + hex.substring(32) + "-01";
    }
}
