package org.holdfast.console.pages;

import java.util.List;
import java.util.Map;
import org.holdfast.console.services.Asking;
import org.holdfast.console.services.Caller;
import org.holdfast.console.services.Deed;
import org.holdfast.console.services.ServiceName;
import org.holdfast.console.views.ChosenView;
import org.holdfast.console.views.RecordedView;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Passes on what an operator notes down in a contact, each thing by itself and at once. */
public final class Telling {

    private final Asking asking;

    public Telling(Asking asking) {
        this.asking = asking;
    }

    /** Adds what can be sent to the table. */
    public void on(Pages pages) {
        pages.page(
                        HttpMethod.POST,
                        "/contacts/{id}/answers",
                        Roles.DESK,
                        (request, caller) -> tell(request, caller, "answers", Telling::answer))
                .page(
                        HttpMethod.POST,
                        "/contacts/{id}/notes",
                        Roles.DESK,
                        (request, caller) -> tell(request, caller, "notes", form -> Map.of("text", form.text("text"))))
                .page(
                        HttpMethod.POST,
                        "/contacts/{id}/details",
                        Roles.DESK,
                        (request, caller) -> tell(request, caller, "details", Details::of))
                .page(HttpMethod.POST, "/contacts/{id}/choice", Roles.DESK, this::choose)
                .page(HttpMethod.POST, "/contacts/{id}/closing", Roles.DESK, this::close);
    }

    private Mono<ServerResponse> tell(
            ServerRequest request, Caller caller, String what, java.util.function.Function<Form, Map<String, ?>> body) {
        String id = request.pathVariable("id");
        return Form.of(request)
                .flatMap(form -> asking.post(
                                caller,
                                seen(
                                        form,
                                        Deed.of(
                                                ServiceName.INTAKE,
                                                "/contacts/{id}/" + what,
                                                form.key(),
                                                body.apply(form),
                                                id)),
                                RecordedView.class)
                        .flatMap(recorded -> Saved.here(request, recorded, "/contacts/" + id)));
    }

    private static Deed seen(Form form, Deed deed) {
        return form.typed("version") == null ? deed : deed.ifStill(form.text("version"));
    }

    /** Where no rule fired, a person says how urgent it is. */
    private Mono<ServerResponse> choose(ServerRequest request, Caller caller) {
        String id = request.pathVariable("id");
        return Form.of(request)
                .flatMap(form -> asking.post(
                                caller,
                                Deed.of(
                                        ServiceName.TRIAGE,
                                        "/assessments/{id}/choice",
                                        form.key(),
                                        Map.of("code", form.text("code")),
                                        id),
                                ChosenView.class)
                        .flatMap(chosen -> Saved.here(request, "/contacts/" + id)));
    }

    private Mono<ServerResponse> close(ServerRequest request, Caller caller) {
        String id = request.pathVariable("id");
        return Form.of(request)
                .flatMap(form -> asking.post(
                                caller,
                                Deed.of(
                                                ServiceName.INTAKE,
                                                "/contacts/{id}/closing",
                                                form.key(),
                                                Map.of("disposition", form.text("disposition")),
                                                id)
                                        .ifStill(form.text("version")),
                                RecordedView.class)
                        .flatMap(recorded -> Saved.goOn(request, "/contacts/" + id)));
    }

    /** What was pressed; else what was typed. */
    private static Map<String, ?> answer(Form form) {
        String value = form.typed("value") == null ? form.text("entry") : form.text("value");
        return Map.of("answers", List.of(Map.of("item", form.text("item"), "value", value)));
    }
}
