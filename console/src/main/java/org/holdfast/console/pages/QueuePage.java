package org.holdfast.console.pages;

import java.util.Map;
import org.holdfast.console.services.Asking;
import org.holdfast.console.services.Caller;
import org.holdfast.console.services.ServiceName;
import org.holdfast.console.views.QueueView;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Who waits: the most urgent first, and among equals whoever waits longest. */
public final class QueuePage {

    private final Asking asking;

    public QueuePage(Asking asking) {
        this.asking = asking;
    }

    /** Adds it to the table. */
    public void on(Pages pages) {
        pages.page(HttpMethod.GET, "/queue", Roles.DESK, (request, caller) -> show(request, caller, "queue"))
                .page(
                        HttpMethod.GET,
                        "/queue/rows",
                        Roles.DESK,
                        (request, caller) -> show(request, caller, "queue :: rows"));
    }

    private Mono<ServerResponse> show(ServerRequest request, Caller caller, String template) {
        return asking.get(caller, ServiceName.TRIAGE, "/queue?limit=200", QueueView.class)
                .flatMap(queue -> Page.show(request, caller, template, Map.of("queue", queue)));
    }
}
