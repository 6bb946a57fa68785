package org.holdfast.console.pages;

import java.util.List;
import java.util.Map;
import org.holdfast.console.services.Asking;
import org.holdfast.console.services.Caller;
import org.holdfast.console.services.Deed;
import org.holdfast.console.services.ServiceName;
import org.holdfast.console.views.AlertStory;
import org.holdfast.console.views.AnsweredAlert;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** One alert: who was called, what came of it, and closing it with a reason by whoever is called. */
public final class AlertPage {

    static final List<String> REASONS = List.of(
            "HANDED_OVER",
            "EMERGENCY_SERVICES_PRESENT",
            "RESOLVED_VERIFIED",
            "MISRECORDED",
            "DUPLICATE",
            "UNREACHABLE");

    private final Asking asking;

    public AlertPage(Asking asking) {
        this.asking = asking;
    }

    /** Adds it to the table. */
    public void on(Pages pages) {
        pages.page(HttpMethod.GET, "/alerts/{id}", Roles.ALERTS, (request, caller) -> show(request, caller, "alert"))
                .page(
                        HttpMethod.GET,
                        "/alerts/{id}/story",
                        Roles.ALERTS,
                        (request, caller) -> show(request, caller, "alert :: told"))
                .page(HttpMethod.POST, "/alerts/{id}/closing", Roles.CALLED, this::close);
    }

    private Mono<ServerResponse> show(ServerRequest request, Caller caller, String template) {
        return asking.get(
                        caller, ServiceName.NOTIFICATION, "/alerts/{id}", AlertStory.class, request.pathVariable("id"))
                .flatMap(story -> Page.show(request, caller, template, Map.of("story", story, "reasons", REASONS)));
    }

    /** Only as the person saw it: when it rang on meanwhile, the person has to look again. */
    private Mono<ServerResponse> close(ServerRequest request, Caller caller) {
        String id = request.pathVariable("id");
        return Form.of(request)
                .flatMap(form -> asking.post(
                                caller,
                                Deed.of(
                                                ServiceName.NOTIFICATION,
                                                "/alerts/{id}/closing",
                                                form.key(),
                                                Map.of("reason", form.text("reason")),
                                                id)
                                        .ifStill(form.text("version")),
                                AnsweredAlert.class)
                        .flatMap(closed -> Saved.goOn(request, "/alerts/" + id)));
    }
}
