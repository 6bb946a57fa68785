package org.holdfast.console.pages;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.holdfast.console.services.Asking;
import org.holdfast.console.services.Caller;
import org.holdfast.console.services.Refused;
import org.holdfast.console.services.ServiceName;
import org.holdfast.console.views.ContactView;
import org.holdfast.console.views.NeedsView;
import org.holdfast.console.views.OutcomeView;
import org.holdfast.console.views.ProtocolView;
import org.holdfast.console.views.WordsView;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** The page of one contact: the questions, and beside them what they come to. */
public final class ContactPage {

    static final List<String> DISPOSITIONS = List.of(
            "COUNSELLED",
            "INFORMATION",
            "REFERRED",
            "EMERGENCY_SERVICES",
            "LEFT",
            "REFUSED",
            "WRONG_NUMBER",
            "SILENT",
            "PRANK",
            "TEST");

    private final Asking asking;

    public ContactPage(Asking asking) {
        this.asking = asking;
    }

    /** Adds it to the table. */
    public void on(Pages pages) {
        pages.page(HttpMethod.GET, "/contacts/{id}", Roles.DESK, this::show)
                .page(HttpMethod.GET, "/contacts/{id}/unrecognised", Roles.DESK, this::unrecognised);
    }

    private Mono<ServerResponse> unrecognised(ServerRequest request, Caller caller) {
        return words(caller, request.pathVariable("id"))
                .flatMap(words -> Page.show(request, caller, "unrecognised :: rows", Map.of("words", words)));
    }

    /** An intake that does not tell its needs yet is no reason to show no contact. */
    private Mono<NeedsView> needs(Caller caller) {
        return asking.get(caller, ServiceName.INTAKE, "/needs", NeedsView.class)
                .onErrorReturn(Refused.class, new NeedsView(List.of()));
    }

    private static List<String> withOwn(List<String> needs, List<String> own) {
        return Stream.concat(needs.stream(), own.stream()).distinct().toList();
    }

    private Mono<WordsView> words(Caller caller, String id) {
        return asking.get(caller, ServiceName.INTAKE, "/contacts/{id}/words", WordsView.class, id);
    }

    private Mono<ServerResponse> show(ServerRequest request, Caller caller) {
        String id = request.pathVariable("id");
        // the contact before the words: its version must never be newer than what is shown
        return asking.get(caller, ServiceName.INTAKE, "/contacts/{id}", ContactView.class, id)
                .flatMap(contact -> Mono.zip(
                        Mono.just(contact),
                        words(caller, id),
                        asking.get(caller, ServiceName.INTAKE, "/contacts/{id}/outcome", OutcomeView.class, id),
                        asking.get(caller, ServiceName.TRIAGE, "/protocols/current", ProtocolView.class),
                        needs(caller)))
                .flatMap(all -> {
                    OutcomeView outcome = all.getT3();
                    Map<String, Object> model = new HashMap<>();
                    model.put("contact", all.getT1());
                    model.put("words", all.getT2());
                    model.put("outcome", outcome);
                    model.put("protocol", all.getT4());
                    model.put("groups", Question.groups(all.getT4(), all.getT1(), outcome.mustAsk()));
                    model.put("needs", withOwn(all.getT5().items(), all.getT1().needs()));
                    model.put("dispositions", DISPOSITIONS);
                    return Page.show(request, caller, "contact", model);
                });
    }
}
