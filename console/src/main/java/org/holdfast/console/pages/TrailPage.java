package org.holdfast.console.pages;

import java.util.Map;
import org.holdfast.console.services.Asking;
import org.holdfast.console.services.Caller;
import org.holdfast.console.services.ServiceName;
import org.holdfast.console.views.TrailView;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Everything that happened in a case, in the order of time, and what is being added to it. */
public final class TrailPage {

    private final Asking asking;

    public TrailPage(Asking asking) {
        this.asking = asking;
    }

    /** Adds it to the table. */
    public void on(Pages pages) {
        pages.page(HttpMethod.GET, "/cases/{id}/trail", Roles.DESK, (request, caller) -> show(request, caller, "trail"))
                .page(
                        HttpMethod.GET,
                        "/cases/{id}/trail/rows",
                        Roles.DESK,
                        (request, caller) -> show(request, caller, "trail :: rows"));
    }

    private Mono<ServerResponse> show(ServerRequest request, Caller caller, String template) {
        return asking.get(caller, ServiceName.INTAKE, "/cases/{id}/trail", TrailView.class, request.pathVariable("id"))
                .flatMap(trail -> Page.show(request, caller, template, Map.of("trail", trail)));
    }
}
