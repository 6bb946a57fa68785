package org.holdfast.console.pages;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.holdfast.console.services.Asking;
import org.holdfast.console.services.Caller;
import org.holdfast.console.services.Deed;
import org.holdfast.console.services.ServiceName;
import org.holdfast.console.views.ProposalView;
import org.holdfast.console.views.RecordedView;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** A referral at the desk: who could help and why, what the person consents to, and sending it. */
public final class ReferralPage {

    static final List<String> SCOPES = List.of("NAME", "PHONE", "NOTE");
    static final List<String> REASONS =
            List.of("NO_LONGER_NEEDED", "OTHER_HELP_FOUND", "CLIENT_DECLINED", "SENT_IN_ERROR", "SAFETY_CONCERN");

    private final Asking asking;
    private final Clock clock;

    public ReferralPage(Asking asking, Clock clock) {
        this.asking = asking;
        this.clock = clock;
    }

    /** Adds it to the table. */
    public void on(Pages pages) {
        pages.page(HttpMethod.POST, "/contacts/{id}/referrals", Roles.DESK, this::propose)
                .page(HttpMethod.GET, "/referrals/{id}", Roles.DESK, this::show)
                .page(HttpMethod.POST, "/referrals/{id}/sending", Roles.DESK, this::send)
                .page(HttpMethod.POST, "/referrals/{id}/cancellation", Roles.DESK, this::cancel);
    }

    private Mono<ServerResponse> propose(ServerRequest request, Caller caller) {
        return Form.of(request)
                .flatMap(form -> asking.post(
                                caller,
                                Deed.of(
                                        ServiceName.REFERRAL,
                                        "/referrals",
                                        form.key(),
                                        Map.of(
                                                "contactId", request.pathVariable("id"),
                                                "caseId", form.text("caseId"),
                                                "need", form.text("need"))),
                                ProposalView.class)
                        .flatMap(proposal -> Saved.goOn(request, "/referrals/" + proposal.referralId())));
    }

    private Mono<ServerResponse> show(ServerRequest request, Caller caller) {
        return asking.get(
                        caller, ServiceName.REFERRAL, "/referrals/{id}", ProposalView.class, request.pathVariable("id"))
                .flatMap(referral -> {
                    Map<String, Object> model = new HashMap<>();
                    model.put("referral", referral);
                    model.put("candidates", referral.candidates() == null ? List.of() : referral.candidates());
                    model.put("scopes", SCOPES);
                    model.put("reasons", REASONS);
                    model.put("day", clock.instant().plus(Duration.ofDays(1)));
                    model.put("month", clock.instant().plus(Duration.ofDays(30)));
                    return Page.show(request, caller, "referral", model);
                });
    }

    /** The consent first, then the sending; a repeat of both carries the same keys and does each once. */
    private Mono<ServerResponse> send(ServerRequest request, Caller caller) {
        String id = request.pathVariable("id");
        return Form.of(request)
                .flatMap(form -> asking.post(
                                caller,
                                Deed.of(
                                        ServiceName.INTAKE,
                                        "/contacts/{contact}/consents",
                                        form.key() + "-consent",
                                        Map.of(
                                                "recipient", form.text("partner"),
                                                "scopes", form.all("scopes"),
                                                "until", form.text("until")),
                                        form.text("contact")),
                                RecordedView.class)
                        .flatMap(consent -> asking.post(
                                caller,
                                Deed.of(
                                        ServiceName.REFERRAL,
                                        "/referrals/{id}/sending",
                                        form.key() + "-sending",
                                        Map.of(
                                                "serviceId", form.text("serviceId"),
                                                "consentId", String.valueOf(consent.consentId())),
                                        id),
                                ProposalView.class))
                        .flatMap(sent -> Saved.goOn(request, "/referrals/" + id)));
    }

    private Mono<ServerResponse> cancel(ServerRequest request, Caller caller) {
        String id = request.pathVariable("id");
        return Form.of(request)
                .flatMap(form -> asking.post(
                                caller,
                                Deed.of(
                                                ServiceName.REFERRAL,
                                                "/referrals/{id}/cancellation",
                                                form.key(),
                                                Map.of("reason", form.text("reason")),
                                                id)
                                        .ifStill(form.text("version")),
                                ProposalView.class)
                        .flatMap(cancelled -> Saved.here(request, "/referrals/" + id)));
    }
}
