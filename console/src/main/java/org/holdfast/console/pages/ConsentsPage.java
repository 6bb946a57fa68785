package org.holdfast.console.pages;

import java.util.Map;
import org.holdfast.console.services.Asking;
import org.holdfast.console.services.Caller;
import org.holdfast.console.services.Deed;
import org.holdfast.console.services.ServiceName;
import org.holdfast.console.views.ContactView;
import org.holdfast.console.views.RecordedView;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** What the person allowed to be shared, as a part of the contact's page, and taking it back. */
public final class ConsentsPage {

    private final Asking asking;

    public ConsentsPage(Asking asking) {
        this.asking = asking;
    }

    /** Adds it to the table. */
    public void on(Pages pages) {
        pages.page(HttpMethod.GET, "/contacts/{id}/consents", Roles.DESK, this::show)
                .page(HttpMethod.POST, "/contacts/{id}/consents/{consent}/withdrawal", Roles.DESK, this::withdraw);
    }

    private Mono<ServerResponse> show(ServerRequest request, Caller caller) {
        return asking.get(caller, ServiceName.INTAKE, "/contacts/{id}", ContactView.class, request.pathVariable("id"))
                .flatMap(contact -> Page.show(request, caller, "consents :: rows", Map.of("contact", contact)));
    }

    private Mono<ServerResponse> withdraw(ServerRequest request, Caller caller) {
        String id = request.pathVariable("id");
        return Form.of(request)
                .flatMap(form -> asking.post(
                                caller,
                                Deed.of(
                                        ServiceName.INTAKE,
                                        "/contacts/{id}/consents/{consent}/withdrawal",
                                        form.key(),
                                        Map.of(),
                                        id,
                                        request.pathVariable("consent")),
                                RecordedView.class)
                        .flatMap(recorded -> Saved.here(request, recorded, "/contacts/" + id)));
    }
}
