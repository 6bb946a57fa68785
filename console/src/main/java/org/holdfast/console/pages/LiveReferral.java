package org.holdfast.console.pages;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.holdfast.console.services.Asking;
import org.holdfast.console.services.Caller;
import org.holdfast.console.services.ServiceName;
import org.holdfast.console.views.OutcomeView;
import org.holdfast.console.views.ProposalView;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tells an open page how a referral stands: whenever intake heard of a change, and now and then for what nobody tells. */
public final class LiveReferral {

    private static final List<String> PARTS = List.of("status", "version", "cancelling");
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Asking asking;
    private final ITemplateEngine templates;

    public LiveReferral(Asking asking, ITemplateEngine templates) {
        this.asking = asking;
        this.templates = templates;
    }

    /** Adds it to the table. */
    public void on(Pages pages) {
        pages.page(
                HttpMethod.GET,
                "/referrals/{id}/live",
                Roles.DESK,
                (request, caller) -> live(request, caller, pages.words()));
    }

    private Mono<ServerResponse> live(ServerRequest request, Caller caller, Words words) {
        String id = request.pathVariable("id");
        return one(caller, id)
                .flatMap(known -> LiveParts.tell(
                        states(caller, known), PARTS, (part, referral) -> render(part, referral, words)));
    }

    private Flux<ProposalView> states(Caller caller, ProposalView known) {
        Flux<?> heard = asking.stream(
                caller, ServiceName.INTAKE, "/contacts/{id}/outcome/stream", OutcomeView.class, known.contactId());
        return Flux.merge(heard, Flux.interval(PAUSE))
                .onBackpressureLatest()
                .concatMap(any -> one(caller, known.referralId()), 1);
    }

    private Mono<ProposalView> one(Caller caller, String id) {
        return asking.get(caller, ServiceName.REFERRAL, "/referrals/{id}", ProposalView.class, id);
    }

    private String render(String part, ProposalView referral, Words words) {
        Context context = new Context(
                Locale.ENGLISH, Map.of("referral", referral, "say", words, "reasons", ReferralPage.REASONS));
        return templates.process("referral", Set.of(part), context);
    }
}
