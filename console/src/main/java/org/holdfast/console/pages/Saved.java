package org.holdfast.console.pages;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.holdfast.console.services.Caller;
import org.holdfast.console.services.Refused;
import org.holdfast.console.views.RecordedView;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.util.UriUtils;
import reactor.core.publisher.Mono;

/** The answers to what a page sends: short for its script, a whole page without one. */
final class Saved {

    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private Saved() {}

    /** It is saved and the page stays; without a script it is shown anew. */
    static Mono<ServerResponse> here(ServerRequest request, RecordedView recorded, String back) {
        return byScript(request)
                ? ServerResponse.ok()
                        .contentType(TEXT)
                        .header("X-Version", "" + recorded.version())
                        .header("X-Was", "" + recorded.was())
                        .bodyValue("Saved")
                : ServerResponse.seeOther(URI.create(back)).build();
    }

    /** It is saved and the page stays, and no version of it changes. */
    static Mono<ServerResponse> here(ServerRequest request, String back) {
        return byScript(request)
                ? ServerResponse.ok().contentType(TEXT).bodyValue("Saved")
                : ServerResponse.seeOther(URI.create(back)).build();
    }

    /** It is done, and goes on elsewhere. */
    static Mono<ServerResponse> goOn(ServerRequest request, String to) {
        return byScript(request)
                ? ServerResponse.ok().contentType(TEXT).header("X-Go", to).bodyValue("Saved")
                : ServerResponse.seeOther(URI.create(to)).build();
    }

    /** A no that sending it again would not change. */
    static Mono<ServerResponse> refused(Refused refused) {
        return ServerResponse.status(refused.status() < 400 ? 422 : refused.status())
                .contentType(TEXT)
                .bodyValue("NOT SAVED: " + refused.detail());
    }

    /** Nothing is known; the page keeps it and sends it again. */
    static Mono<ServerResponse> unknown() {
        return ServerResponse.status(HttpStatus.SERVICE_UNAVAILABLE)
                .contentType(TEXT)
                .header("Retry-After", "2")
                .bodyValue("NOT SAVED: a service does not answer; it will be sent again.");
    }

    /** Whether the page that sends it is another person's than the one who is signed in now. */
    static boolean ofSomebodyElse(ServerRequest request, Caller caller) {
        String typedBy = request.headers().firstHeader("X-Typed-By");
        return typedBy != null
                && !UriUtils.decode(typedBy, StandardCharsets.UTF_8).equals(caller.id());
    }

    /** It is not saved under a wrong name: the page keeps it until its own person has signed in again. */
    static Mono<ServerResponse> notAs(Caller caller) {
        return ServerResponse.status(HttpStatus.UNAUTHORIZED)
                .contentType(TEXT)
                .header("X-Signed-In", UriUtils.encode(caller.id(), StandardCharsets.UTF_8))
                .bodyValue("NOT SAVED: somebody else has signed in.");
    }

    static boolean byScript(ServerRequest request) {
        return !request.headers().header("X-Save").isEmpty();
    }
}
