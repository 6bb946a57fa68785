package org.holdfast.chassis.http;

import java.time.Clock;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.holdfast.chassis.journal.Cause;
import org.holdfast.chassis.security.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;

/** The key by which a caller repeats a request safely (IETF draft-07: a structured string; a bare token is taken too). */
public final class IdempotencyKey {

    private static final String HEADER = "Idempotency-Key";
    private static final int LONGEST = 255;
    private static final int ID_LENGTH = 26;
    private static final Pattern QUOTED = Pattern.compile("\"(?:[\\x20-\\x21\\x23-\\x5B\\x5D-\\x7E]|\\\\[\"\\\\])++\"");
    private static final Pattern BARE = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~:/=@-]+");

    private IdempotencyKey() {}

    /** The key that the request carries; fails with 400 when it is missing or malformed. */
    public static String of(ServerRequest request) {
        List<String> values = request.headers().header(HEADER);
        if (values.isEmpty()) {
            throw Problem.of(
                    HttpStatus.BAD_REQUEST,
                    "idempotency-key-missing",
                    "Send an Idempotency-Key, new for each thing you want done and the same for each repeat of it.");
        }
        String raw = values.getFirst().strip();
        boolean tooLong = raw.length() > 2 * LONGEST + 2;
        String key = !tooLong && QUOTED.matcher(raw).matches()
                ? raw.substring(1, raw.length() - 1).replace("\\\"", "\"").replace("\\\\", "\\")
                : !tooLong && BARE.matcher(raw).matches() ? raw : "";
        if (values.size() > 1 || key.isEmpty() || key.length() > LONGEST) {
            throw Problem.of(
                    HttpStatus.BAD_REQUEST,
                    "idempotency-key-malformed",
                    "An Idempotency-Key is one quoted string or bare token of 1 to " + LONGEST + " ASCII characters.");
        }
        return key;
    }

    /**
     * The cause of a command that was asked for over HTTP: the same for the same actor, route, path variables and key.
     *
     * @param route a fixed name of the route, such as {@code POST /contacts}
     * @param bodyHash what {@link Requests} gave, so that the key with another body shows
     */
    public static Cause cause(ServerRequest request, String route, String bodyHash, Clock clock) {
        String key = of(request);
        Actor actor = Actor.attached(request);
        String id = Digest.of(
                "http", issuer(actor), who(actor), route, new TreeMap<>(request.pathVariables()).toString(), key);
        String name = actor == null ? "anonymous" : actor.id();
        return new Cause("http/" + id, bodyHash, name, clock.instant(), Trace.of(request), true);
    }

    /** The 26-character id of what this cause creates: the same on every repeat, and unknown to other callers. */
    public static String derivedId(Cause cause) {
        return derivedId(cause, "");
    }

    /** As {@link #derivedId(Cause)}, for a cause that creates several things; {@code what} tells them apart. */
    public static String derivedId(Cause cause, String what) {
        return Digest.of("derived", cause.id(), what).substring(0, ID_LENGTH);
    }

    private static String issuer(@Nullable Actor actor) {
        return actor == null ? "" : actor.issuer();
    }

    private static String who(@Nullable Actor actor) {
        if (actor == null) {
            return "anonymous";
        }
        return actor.actsForItself() ? "client " + actor.id() : "person " + actor.id();
    }
}
