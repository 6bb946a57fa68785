package org.holdfast.console.pages;

import java.time.Duration;
import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Hands on the page behind an alert's link as notification makes it: nobody has to sign in, the two digits say who is there. */
public final class LinkPage {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final List<String> HANDED_ON =
            List.of("Content-Type", "Content-Security-Policy", "Referrer-Policy", "X-Robots-Tag", "Cache-Control");

    private final WebClient web;
    private final String notification;

    /**
     * @param notification where the service answers
     */
    public LinkPage(WebClient web, java.net.URI notification) {
        this.web = web;
        this.notification = notification.toString();
    }

    /** Adds it to the table. */
    public void on(Pages pages) {
        pages.open(
                        HttpMethod.GET,
                        "/a/{token}",
                        request -> handOn(web.get().uri(notification + "/a/{token}", request.pathVariable("token"))))
                .open(HttpMethod.POST, "/a/{token}/acknowledgement", request -> send(request, "acknowledgement"))
                .open(HttpMethod.POST, "/a/{token}/engagement", request -> send(request, "engagement"));
    }

    private Mono<ServerResponse> send(ServerRequest request, String what) {
        return Form.of(request)
                .flatMap(form -> handOn(web.post()
                        .uri(notification + "/a/{token}/" + what, request.pathVariable("token"))
                        .body(BodyInserters.fromFormData("digits", form.text("digits")))));
    }

    private static Mono<ServerResponse> handOn(WebClient.RequestHeadersSpec<?> request) {
        return request.exchangeToMono(response -> response.toEntity(String.class))
                .timeout(PATIENCE)
                .flatMap(LinkPage::answer)
                .onErrorResume(e -> ServerResponse.status(HttpStatus.SERVICE_UNAVAILABLE)
                        .contentType(MediaType.TEXT_PLAIN)
                        .bodyValue("This page cannot be shown now. Load it again, or phone the desk."));
    }

    private static Mono<ServerResponse> answer(ResponseEntity<String> made) {
        return ServerResponse.status(made.getStatusCode())
                .headers(headers -> HANDED_ON.forEach(name -> {
                    String value = made.getHeaders().getFirst(name);
                    if (value != null) {
                        headers.set(name, value);
                    }
                }))
                .bodyValue(made.getBody() == null ? "" : made.getBody());
    }
}
