package org.holdfast.chassis.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;
import reactor.core.publisher.Mono;

/** Reads request bodies strictly: what is not understood in full is refused, and nothing is guessed. */
public final class Requests {

    /** The usual limit of a body, in bytes. */
    private static final int LIMIT = 128 * 1024;

    private Requests() {}

    /** Reads a body of at most 128 KiB; see {@link #body(ServerRequest, Class, int)}. */
    public static <T> Mono<Body<T>> body(ServerRequest request, Class<T> type) {
        return body(request, type, LIMIT);
    }

    /**
     * Reads a JSON body into a record whose components are required unless they are {@code @Nullable}.
     * Fails with 400, 413, 415 or 422 and a pointer to the field.
     *
     * @param limit the most that is taken, in bytes
     */
    public static <T> Mono<Body<T>> body(ServerRequest request, Class<T> type, int limit) {
        return Mono.defer(() -> {
                    check(request);
                    return bytes(request, limit);
                })
                .map(bytes -> StrictJson.read(text(bytes), type));
    }

    /** As {@link #body(ServerRequest, Class)}; a body that is absent counts as an empty JSON object. */
    public static <T> Mono<Body<T>> optionalBody(ServerRequest request, Class<T> type) {
        return bytes(request, LIMIT).map(bytes -> {
            if (bytes.length == 0) {
                return StrictJson.read("{}", type);
            }
            check(request);
            return StrictJson.read(text(bytes), type);
        });
    }

    /** The hash of a body that says nothing: absent, or an empty JSON object. Anything in it is refused. */
    public static Mono<String> noBody(ServerRequest request) {
        return bytes(request, LIMIT)
                .map(bytes -> bytes.length == 0
                        ? StrictJson.read("{}", Nothing.class).hash()
                        : StrictJson.read(text(bytes), Nothing.class).hash());
    }

    private record Nothing() {}

    static Problem unsupported() {
        return Problem.of(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                "unsupported-media-type",
                "Send the body as application/json in UTF-8, not compressed.");
    }

    private static void check(ServerRequest request) {
        MediaType type = mediaType(request);
        String subtype = type.getSubtype().toLowerCase(Locale.ROOT);
        boolean json = type.getType().equalsIgnoreCase("application")
                && (subtype.equals("json") || subtype.endsWith("+json"))
                && !type.isWildcardSubtype();
        boolean utf8 = type.getCharset() == null || StandardCharsets.UTF_8.equals(type.getCharset());
        List<String> encodings = request.headers().header(HttpHeaders.CONTENT_ENCODING);
        boolean plain = encodings.isEmpty() || encodings.equals(List.of("identity"));
        if (!json || !utf8 || !plain) {
            throw unsupported();
        }
    }

    private static MediaType mediaType(ServerRequest request) {
        try {
            return request.headers().contentType().orElseThrow(Requests::unsupported);
        } catch (InvalidMediaTypeException nonsense) {
            throw unsupported();
        }
    }

    private static Mono<byte[]> bytes(ServerRequest request, int limit) {
        if (request.headers().contentLength().orElse(0) > limit) {
            return Mono.error(tooLarge(limit));
        }
        return DataBufferUtils.join(request.exchange().getRequest().getBody(), limit)
                .map(Requests::copied)
                .defaultIfEmpty(new byte[0])
                .onErrorMap(DataBufferLimitException.class, large -> tooLarge(limit));
    }

    private static byte[] copied(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    private static Problem tooLarge(int limit) {
        return Problem.of(
                        HttpStatus.CONTENT_TOO_LARGE,
                        "too-large",
                        "The body is larger than the " + limit + " bytes that are taken here.")
                .with("limit", limit);
    }

    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException broken) {
            throw Problem.of(HttpStatus.BAD_REQUEST, "broken-utf-8", "The body is not well-formed UTF-8.");
        }
    }
}
