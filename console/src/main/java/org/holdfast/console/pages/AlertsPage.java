package org.holdfast.console.pages;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.holdfast.console.services.Asking;
import org.holdfast.console.services.Caller;
import org.holdfast.console.services.Deed;
import org.holdfast.console.services.ServiceName;
import org.holdfast.console.views.AlertRows;
import org.holdfast.console.views.AnsweredAlert;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** The open alerts: who is being called, and for those who are called the two things to say. */
public final class AlertsPage {

    /** What is not among them comes first: nobody knows whether it can wait. */
    private static final List<String> STATES = List.of("EXHAUSTED", "RINGING", "ACKNOWLEDGED", "ENGAGED", "CLOSED");

    private final Asking asking;

    public AlertsPage(Asking asking) {
        this.asking = asking;
    }

    /** Adds it to the table. */
    public void on(Pages pages) {
        pages.page(HttpMethod.GET, "/alerts", Roles.ALERTS, (request, caller) -> show(request, caller, "alerts"))
                .page(
                        HttpMethod.GET,
                        "/alerts/rows",
                        Roles.ALERTS,
                        (request, caller) -> show(request, caller, "alerts :: rows"))
                .page(
                        HttpMethod.POST,
                        "/alerts/{id}/acknowledgement",
                        Roles.CALLED,
                        (request, caller) -> say(request, caller, "acknowledgement"))
                .page(
                        HttpMethod.POST,
                        "/alerts/{id}/engagement",
                        Roles.CALLED,
                        (request, caller) -> say(request, caller, "engagement"));
    }

    private Mono<ServerResponse> show(ServerRequest request, Caller caller, String template) {
        return asking.get(caller, ServiceName.NOTIFICATION, "/alerts?limit=200", AlertRows.class)
                .flatMap(alerts -> Page.show(
                        request,
                        caller,
                        template,
                        Map.of("alerts", mostPressingFirst(alerts.items()), "more", alerts.next() != null)));
    }

    /** Whom nobody has reached stands above what somebody has taken on; then by code and age. */
    static List<AlertRows.AlertView> mostPressingFirst(List<AlertRows.AlertView> alerts) {
        return alerts.stream()
                .sorted(Comparator.<AlertRows.AlertView>comparingInt(one -> STATES.indexOf(one.state()))
                        .thenComparing(AlertRows.AlertView::code)
                        .thenComparing(AlertRows.AlertView::raisedAt, Comparator.nullsFirst(Comparator.naturalOrder())))
                .toList();
    }

    private Mono<ServerResponse> say(ServerRequest request, Caller caller, String what) {
        return Form.of(request)
                .flatMap(form -> asking.post(
                                caller,
                                Deed.of(
                                        ServiceName.NOTIFICATION,
                                        "/alerts/{id}/" + what,
                                        form.key(),
                                        Map.of(),
                                        request.pathVariable("id")),
                                AnsweredAlert.class)
                        .flatMap(answered -> Saved.goOn(request, "/alerts")));
    }
}
