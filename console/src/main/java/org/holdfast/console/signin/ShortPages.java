package org.holdfast.console.signin;

import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Pages of two sentences that are shown before or instead of any other; nothing that came from outside stands in them. */
final class ShortPages {

    private ShortPages() {}

    /**
     * Goes on from here: a page of ours asks for the next one, so that the browser sends the strict cookie.
     *
     * @param to a path that {@link Places} let through
     */
    static Mono<Void> goOn(ServerWebExchange exchange, String to) {
        return write(
                exchange,
                HttpStatus.OK,
                "Signed in",
                "<meta http-equiv=\"refresh\" content=\"0;url=" + to + "\">",
                "<p>You are signed in. <a id=\"go-on\" href=\"" + to + "\">Go on</a></p>");
    }

    /** Signing in did not work. */
    static Mono<Void> notSignedIn(ServerWebExchange exchange) {
        return write(
                exchange,
                HttpStatus.UNAUTHORIZED,
                "Not signed in",
                "",
                "<p role=\"alert\">Signing in did not work. <a href=\"/sign-in\">Try again</a></p>");
    }

    /** What was sent was not taken, because nobody is signed in. */
    static Mono<Void> notSaved(ServerWebExchange exchange) {
        return write(
                exchange,
                HttpStatus.UNAUTHORIZED,
                "NOT SAVED",
                "",
                "<p role=\"alert\">NOT SAVED: your sign-in has ended. <a href=\"/sign-in?to=/signed-in-again\" target=\"_blank\">Sign in in a new"
                        + " window</a>, then go back to this one and send it again.</p>");
    }

    /** Not for this person, or not sent by a page of ours. */
    static Mono<Void> notAllowed(ServerWebExchange exchange) {
        return write(
                exchange,
                HttpStatus.FORBIDDEN,
                "Not allowed",
                "",
                "<p role=\"alert\">This is not open to you, or the page was too old. <a href=\"/\">To the first page</a></p>");
    }

    private static Mono<Void> write(
            ServerWebExchange exchange, HttpStatus status, String title, String head, String body) {
        ServerHttpResponse response = exchange.getResponse();
        response.setStatusCode(status);
        response.getHeaders().setContentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8));
        String html = """
                <!doctype html>
                <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s - Holdfast</title><link rel="stylesheet" href="/console.css">%s</head>
                <body class="short"><main><h1>%s</h1>%s</main></body></html>
                """.formatted(title, head, title, body);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(html.getBytes(StandardCharsets.UTF_8))));
    }
}
