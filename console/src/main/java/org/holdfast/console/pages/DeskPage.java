package org.holdfast.console.pages;

import java.util.List;
import java.util.Map;
import org.holdfast.console.services.Asking;
import org.holdfast.console.services.Caller;
import org.holdfast.console.services.Deed;
import org.holdfast.console.services.ServiceName;
import org.holdfast.console.views.ContactRows;
import org.holdfast.console.views.RecordedView;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** The desk: the contacts that are open, and a new one with one keystroke. */
public final class DeskPage {

    private final Asking asking;

    public DeskPage(Asking asking) {
        this.asking = asking;
    }

    /** Adds it to the table. */
    public void on(Pages pages) {
        pages.page(HttpMethod.GET, "/desk", Roles.DESK, this::show)
                .page(HttpMethod.POST, "/contacts", Roles.DESK, this::open);
    }

    private Mono<ServerResponse> show(ServerRequest request, Caller caller) {
        return asking.get(caller, ServiceName.INTAKE, "/contacts?limit=200", ContactRows.class)
                .flatMap(rows -> {
                    List<ContactRows.Row> open = rows.items().stream()
                            .filter(row -> row.status().equals("OPEN"))
                            .toList();
                    return Page.show(request, caller, "desk", Map.of("open", open, "more", rows.next() != null));
                });
    }

    private Mono<ServerResponse> open(ServerRequest request, Caller caller) {
        return Form.of(request)
                .flatMap(form -> asking.post(
                                caller,
                                Deed.of(
                                        ServiceName.INTAKE,
                                        "/contacts",
                                        form.key(),
                                        Map.of("channel", form.text("channel"), "relation", form.text("relation"))),
                                RecordedView.class)
                        .flatMap(recorded -> Saved.goOn(request, "/contacts/" + recorded.contactId())));
    }
}
