package org.holdfast.chassis.http;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;

/** The version of a stream as a strong ETag, and what a caller expects of it (RFC 9110, If-Match). */
public final class Preconditions {

    private static final Pattern ETAG = Pattern.compile("\"(0|[1-9][0-9]{0,17})\"");

    private Preconditions() {}

    /** The strong ETag of a version, with its quotes. */
    public static String etag(long version) {
        return "\"" + version + "\"";
    }

    /** The version the caller has in mind; fails with 428 when there is none, with 400 when it is not one strong ETag. */
    public static long ifMatch(ServerRequest request) {
        List<String> values = request.headers().header(HttpHeaders.IF_MATCH);
        if (values.isEmpty()) {
            throw Problem.of(
                    HttpStatus.PRECONDITION_REQUIRED,
                    "if-match-missing",
                    "Send If-Match with the ETag you last saw, so that nothing newer is overruled unseen.");
        }
        Matcher matcher = ETAG.matcher(values.getFirst().strip());
        if (values.size() > 1 || !matcher.matches()) {
            throw Problem.of(
                    HttpStatus.BAD_REQUEST,
                    "if-match-malformed",
                    "If-Match takes exactly one strong ETag as this service gave it, such as \"7\".");
        }
        return Long.parseLong(matcher.group(1));
    }

    /** The caller's version is not the current one (412). */
    static Problem stale(long current) {
        return Problem.of(
                        HttpStatus.PRECONDITION_FAILED,
                        "stale",
                        "It has changed since you read it; read it again and decide anew.")
                .with("current", current)
                .header(HttpHeaders.ETAG, etag(current));
    }
}
