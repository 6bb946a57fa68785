package org.holdfast.referral.http;

import java.time.Clock;
import java.util.function.Function;
import org.holdfast.chassis.decide.Refusal;
import org.holdfast.chassis.http.IdempotencyKey;
import org.holdfast.chassis.http.Paging;
import org.holdfast.chassis.http.Preconditions;
import org.holdfast.chassis.http.Problem;
import org.holdfast.chassis.http.Problems;
import org.holdfast.chassis.http.Requests;
import org.holdfast.chassis.journal.Cause;
import org.holdfast.chassis.journal.Entry;
import org.holdfast.chassis.journal.Handled;
import org.holdfast.chassis.journal.Handling;
import org.holdfast.chassis.vault.Vault;
import org.holdfast.referral.domain.DeclineReason;
import org.holdfast.referral.domain.DeclinedBy;
import org.holdfast.referral.domain.Outcome;
import org.holdfast.referral.domain.Partner;
import org.holdfast.referral.domain.ReferralCommand;
import org.holdfast.referral.domain.ReferralEvent;
import org.holdfast.referral.domain.ReferralState;
import org.holdfast.referral.domain.ReferralState.Directed;
import org.holdfast.referral.store.BesideReferral;
import org.holdfast.referral.store.Inbox;
import org.holdfast.referral.store.InboxRow;
import org.holdfast.referral.store.Partners;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** What a partner agency does with the referrals that were sent to it; those of others are not there for it. */
public final class PartnerHandlers {

    /** Why it is declined, who said no, and what else there is to say. */
    record DeclineRequest(
            String reason, String by, @Nullable String note) {}

    /** What came of it, and what else there is to say. */
    record OutcomeRequest(String outcome, @Nullable String note) {}

    private static final String STREAM = "referral/";

    private final Handling<ReferralState, ReferralCommand, ReferralEvent> referrals;
    private final Partners partners;
    private final Inbox inbox;
    private final Disclosures disclosures;
    private final Notes notes;
    private final Clock clock;

    public PartnerHandlers(
            Handling<ReferralState, ReferralCommand, ReferralEvent> referrals,
            Partners partners,
            Inbox inbox,
            Disclosures disclosures,
            Vault vault,
            Clock clock) {
        this.referrals = referrals;
        this.partners = partners;
        this.inbox = inbox;
        this.disclosures = disclosures;
        this.notes = new Notes(vault);
        this.clock = clock;
    }

    Mono<ServerResponse> list(ServerRequest request) {
        Partner partner = responder(request).agency();
        Paging paging = Paging.of(request);
        return inbox.of(partner.id(), paging.after(), paging.reading())
                .map(rows -> paging.page(rows, InboxRow::referralId))
                .flatMap(page -> ServerResponse.ok()
                        .bodyValue(new Paging.Page<>(
                                page.items().stream().map(PartnerView::of).toList(), page.next())));
    }

    /** Shows it; the first look is remembered. */
    Mono<ServerResponse> show(ServerRequest request) {
        Responder responder = responder(request);
        Partner partner = responder.agency();
        return own(request, partner).flatMap(entry -> {
            String once = "open/" + entry.stream() + "/" + partner.id();
            Cause cause = new Cause(once, "", responder.id(), clock.instant(), null, false);
            return referrals
                    .handle(entry.stream(), new ReferralCommand.Open(partner.id(), clock.instant()), cause)
                    .flatMap(PartnerHandlers::answer);
        });
    }

    Mono<ServerResponse> accept(ServerRequest request) {
        Partner partner = responder(request).agency();
        long version = Preconditions.ifMatch(request);
        return Requests.noBody(request).flatMap(hash -> {
            Cause cause = IdempotencyKey.cause(request, "POST /partner/referrals/{id}/acceptance", hash, clock);
            return own(request, partner)
                    .flatMap(entry -> referrals.handle(
                            entry.stream(), version, new ReferralCommand.Accept(partner.id(), clock.instant()), cause))
                    .flatMap(PartnerHandlers::answer);
        });
    }

    Mono<ServerResponse> decline(ServerRequest request) {
        Partner partner = responder(request).agency();
        long version = Preconditions.ifMatch(request);
        return Requests.body(request, DeclineRequest.class).flatMap(body -> {
            Cause cause = IdempotencyKey.cause(request, "POST /partner/referrals/{id}/decline", body.hash(), clock);
            DeclineRequest no = body.value();
            DeclineReason reason = Codes.read(DeclineReason.class, no.reason(), "/reason");
            DeclinedBy by = Codes.read(DeclinedBy.class, no.by(), "/by");
            String ref = Notes.ref(cause, no.note());
            return answered(
                    request,
                    partner,
                    new Said(ref, no.note()),
                    stream -> referrals.handle(
                            stream,
                            version,
                            new ReferralCommand.Decline(partner.id(), reason, by, ref, clock.instant()),
                            cause));
        });
    }

    Mono<ServerResponse> outcome(ServerRequest request) {
        Partner partner = responder(request).agency();
        return Requests.body(request, OutcomeRequest.class).flatMap(body -> {
            Cause cause = IdempotencyKey.cause(request, "POST /partner/referrals/{id}/outcome", body.hash(), clock);
            OutcomeRequest report = body.value();
            Outcome outcome = Codes.read(Outcome.class, report.outcome(), "/outcome");
            String ref = Notes.ref(cause, report.note());
            return answered(
                    request,
                    partner,
                    new Said(ref, report.note()),
                    stream -> referrals.handle(
                            stream,
                            new ReferralCommand.ReportOutcome(partner.id(), outcome, ref, clock.instant()),
                            cause));
        });
    }

    /** The person's details, asked of intake each time and kept nowhere here; who asked stands in the history. */
    Mono<ServerResponse> person(ServerRequest request) {
        Responder responder = responder(request);
        return own(request, responder.agency())
                .flatMap(entry -> entry.state() instanceof ReferralState.Accepted taken
                        ? disclosures.ask(entry.id(), taken, responder.id())
                        : Mono.error(Problem.of(Refusal.conflict(
                                "referral-not-accepted", "The person's details are there while it is accepted."))))
                .flatMap(details ->
                        ServerResponse.ok().header("Cache-Control", "no-store").bodyValue(details));
    }

    private record Said(@Nullable String ref, @Nullable String text) {}

    private Mono<ServerResponse> answered(
            ServerRequest request,
            Partner partner,
            Said said,
            Function<String, Mono<Handled<ReferralState, ReferralEvent>>> deciding) {
        return own(request, partner)
                .flatMap(entry -> notes.beside(
                        ((Directed) entry.state()).asked().caseId(),
                        said.ref(),
                        said.text(),
                        Mono.defer(() -> deciding.apply(entry.stream()))))
                .flatMap(PartnerHandlers::answer);
    }

    private Responder responder(ServerRequest request) {
        return Responder.of(request, partners);
    }

    private Mono<Entry<ReferralState>> own(ServerRequest request, Partner partner) {
        return referrals
                .load(STREAM + request.pathVariable("id"))
                .filter(entry -> entry.state() instanceof Directed directed
                        && directed.sending().partner().equals(partner.id()))
                .switchIfEmpty(
                        Mono.error(Problem.of(Refusal.notFound("referral-not-found", "There is no such referral."))));
    }

    private static Mono<ServerResponse> answer(Handled<ReferralState, ReferralEvent> handled) {
        return Problems.answer(handled, done -> {
            Entry<ReferralState> entry = done.entry();
            Directed directed = (Directed) entry.state();
            return ServerResponse.ok()
                    .eTag(Preconditions.etag(entry.version()))
                    .bodyValue(new PartnerView(
                            entry.id(),
                            entry.version(),
                            BesideReferral.status(directed),
                            directed.sending().serviceId(),
                            directed.asked().need(),
                            directed.asked().area(),
                            directed.asked().language(),
                            directed.respondBy()));
        });
    }
}
