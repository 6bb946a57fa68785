package org.holdfast.console.pages;

import java.net.URI;
import org.holdfast.console.services.Caller;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Sends everybody to the page that they work on. */
public final class FirstPage {

    private FirstPage() {}

    /** Adds it to the table. */
    public static void on(Pages pages) {
        pages.page(
                HttpMethod.GET,
                "/",
                Roles.ALL,
                (request, caller) ->
                        ServerResponse.seeOther(URI.create(of(caller))).build());
        pages.page(
                HttpMethod.GET,
                "/signed-in-again",
                Roles.ALL,
                (request, caller) -> ServerResponse.ok()
                        .contentType(MediaType.TEXT_PLAIN)
                        .bodyValue("You are signed in again. Close this window; the other one goes on by itself."));
        pages.open(
                HttpMethod.GET,
                "/health",
                request -> ServerResponse.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(Mono.just("{\"status\":\"UP\"}"), String.class));
    }

    static String of(Caller caller) {
        if (caller.is("counselor")) {
            return "/alerts";
        }
        if (caller.is("operator")) {
            return "/desk";
        }
        if (caller.is("supervisor")) {
            return "/queue";
        }
        return caller.is("partner") ? "/inbox" : "/alerts";
    }
}
