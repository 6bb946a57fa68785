package org.holdfast.console.pages;

import java.util.Map;
import org.holdfast.console.services.Asking;
import org.holdfast.console.services.Caller;
import org.holdfast.console.services.ServiceName;
import org.holdfast.console.views.NoteView;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** What an agency wrote beside its answer: on a page of its own, because it may be about the person. */
public final class NotePage {

    private final Asking asking;

    public NotePage(Asking asking) {
        this.asking = asking;
    }

    /** Adds it to the table. */
    public void on(Pages pages) {
        pages.page(HttpMethod.GET, "/referrals/{id}/note", Roles.DESK, this::show);
    }

    private Mono<ServerResponse> show(ServerRequest request, Caller caller) {
        String id = request.pathVariable("id");
        return asking.get(caller, ServiceName.REFERRAL, "/referrals/{id}/note", NoteView.class, id)
                .flatMap(wrote -> Page.show(request, caller, "note", Map.of("id", id, "note", wrote.note())));
    }
}
