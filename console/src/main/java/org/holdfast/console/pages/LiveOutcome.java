package org.holdfast.console.pages;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.holdfast.console.services.Asking;
import org.holdfast.console.services.Caller;
import org.holdfast.console.services.ServiceName;
import org.holdfast.console.signin.FormTokens;
import org.holdfast.console.views.OutcomeView;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import reactor.core.publisher.Mono;

/** Tells an open page what became of the contact, part by part. */
public final class LiveOutcome {

    private static final List<String> PARTS =
            List.of("code", "choice", "alarm", "asknext", "why", "alert", "referrals");

    private final Asking asking;
    private final ITemplateEngine templates;

    public LiveOutcome(Asking asking, ITemplateEngine templates) {
        this.asking = asking;
        this.templates = templates;
    }

    /** Adds it to the table. */
    public void on(Pages pages) {
        pages.page(
                HttpMethod.GET,
                "/contacts/{id}/live",
                Roles.DESK,
                (request, caller) -> live(request, caller, pages.words()));
    }

    private Mono<ServerResponse> live(ServerRequest request, Caller caller, Words words) {
        return FormTokens.of(request.exchange())
                .flatMap(token -> LiveParts.tell(
                        asking.stream(
                                caller,
                                ServiceName.INTAKE,
                                "/contacts/{id}/outcome/stream",
                                OutcomeView.class,
                                request.pathVariable("id")),
                        PARTS,
                        (part, outcome) -> render(part, outcome, words, token)));
    }

    private String render(String part, OutcomeView outcome, Words words, String token) {
        Context context = new Context(Locale.ENGLISH, Map.of("outcome", outcome, "say", words, "csrf", token));
        return templates.process("outcome", Set.of(part), context);
    }
}
