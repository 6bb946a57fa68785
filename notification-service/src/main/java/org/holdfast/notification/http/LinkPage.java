package org.holdfast.notification.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** The page behind a one-time link: plain words, one form, no script, nothing of the case. */
enum LinkPage {
    TAKE(HttpStatus.OK, "Somebody needs you", "Can you take this on now?", "acknowledgement", "I take it on"),
    GO(
            HttpStatus.OK,
            "You have taken it on",
            "Sign in at the desk to see the case. When you are with the person, say so here.",
            "engagement",
            "I am with the person"),
    STAY(
            HttpStatus.OK,
            "Are you still with the person?",
            "Say so here, or others are called soon. Sign in at the desk to see what is new, or to close the alert.",
            "engagement",
            "I am with the person"),
    THERE(HttpStatus.OK, "You are with the person", "Thank you. Nothing is left to do on this page.", "", ""),
    TAKEN(HttpStatus.OK, "Somebody else has it", "Thank you. You need not do anything.", "", ""),
    OVER(
            HttpStatus.GONE,
            "This link is no longer valid",
            "The alert may still be waiting for you. Sign in at the desk now and take it on there, or phone the desk.",
            "",
            "");

    /** Leads to the console, whose address links have. */
    private static final String DESK = "Sign in at the desk";

    private static final String STYLE =
            ":root{color-scheme:light dark;background:Canvas;color:CanvasText}body{font:1.2rem/1.5 sans-serif;max-width:34rem;margin:2rem auto;padding:0 1rem}"
                    + "input,button{font:inherit;padding:.6rem 1rem;margin:.3rem 0}input{width:5rem}"
                    + "button{border:2px solid}:focus{outline:3px solid #39f}";
    private static final String POLICY = "default-src 'none'; style-src '" + hash(STYLE)
            + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final HttpStatus status;
    private final String title;
    private final String words;
    private final String action;
    private final String button;

    LinkPage(HttpStatus status, String title, String words, String action, String button) {
        this.status = status;
        this.title = title;
        this.words = words;
        this.action = action;
        this.button = button;
    }

    /** Whether it asks for the digits. */
    boolean asks() {
        return !action.isEmpty();
    }

    /** The page, as an answer. */
    Mono<ServerResponse> answer(String token) {
        return answer(status, html(token, ""));
    }

    /** The page once more, because the digits were not right. */
    Mono<ServerResponse> again(String token) {
        String alarm = "<p id=\"wrong\" role=\"alert\"><strong>These are not the digits of the message.</strong> "
                + "After three wrong tries the link is no longer valid.</p>";
        return answer(HttpStatus.UNPROCESSABLE_CONTENT, html(token, alarm));
    }

    private static Mono<ServerResponse> answer(HttpStatus status, String html) {
        return ServerResponse.status(status)
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .header("Content-Security-Policy", POLICY)
                .header("Referrer-Policy", "no-referrer")
                .header("X-Robots-Tag", "noindex, nofollow")
                .bodyValue(html);
    }

    private String html(String token, String alarm) {
        return "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>" + title
                + "</title><style>" + STYLE + "</style></head>\n<body><main><h1>" + title + "</h1>\n<p role=\"status\">"
                + words.replace(DESK, "<a href=\"/\">" + DESK + "</a>") + "</p>\n" + alarm
                + form(token, !alarm.isEmpty()) + "</main></body></html>\n";
    }

    /** The token is of our own alphabet, so it needs no escaping. */
    private String form(String token, boolean wrong) {
        if (!asks()) {
            return "";
        }
        return "<form method=\"post\" action=\"/a/" + token + "/" + action + "\">\n"
                + "<p><label for=\"digits\">The two digits of the message</label><br>\n"
                + "<input id=\"digits\" name=\"digits\" inputmode=\"numeric\" pattern=\"[0-9]{2}\" maxlength=\"2\" "
                + (wrong ? "aria-invalid=\"true\" aria-describedby=\"wrong\" " : "")
                + "autocomplete=\"off\" required></p>\n<p><button type=\"submit\">" + button
                + "</button></p></form>\n";
    }

    private static String hash(String style) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
