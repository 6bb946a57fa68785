package org.holdfast.chassis.http;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.springframework.web.reactive.function.server.ServerRequest;

/** The W3C trace context of a request: the caller's own, or a new one. */
final class Trace {

    private static final String HEADER = "traceparent";
    private static final Pattern PARENT = Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private Trace() {}

    /** The trace of this request; the same each time it is asked for one request. */
    static String of(ServerRequest request) {
        return (String) request.exchange().getAttributes().computeIfAbsent(Trace.class.getName(), key -> {
            String sent = request.headers().firstHeader(HEADER);
            return sent != null && PARENT.matcher(sent).matches() ? sent : fresh();
        });
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
