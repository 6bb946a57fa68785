package org.holdfast.referral.http;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.holdfast.chassis.decide.Refusal;
import org.holdfast.chassis.http.IdempotencyKey;
import org.holdfast.chassis.http.Preconditions;
import org.holdfast.chassis.http.Problem;
import org.holdfast.chassis.http.Problems;
import org.holdfast.chassis.http.Requests;
import org.holdfast.chassis.journal.Cause;
import org.holdfast.chassis.journal.Entry;
import org.holdfast.chassis.journal.Handling;
import org.holdfast.chassis.vault.Vault;
import org.holdfast.referral.domain.CancelReason;
import org.holdfast.referral.domain.Consent;
import org.holdfast.referral.domain.ReferralCommand;
import org.holdfast.referral.domain.ReferralEvent;
import org.holdfast.referral.domain.ReferralState;
import org.holdfast.referral.domain.ReferralState.Known;
import org.holdfast.referral.domain.Urgency;
import org.holdfast.referral.store.HeardConsents;
import org.holdfast.referral.store.HeardContacts;
import org.holdfast.referral.store.directory.Directory;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** What the desk does with a referral: propose, look, send, take back. */
public final class DeskHandlers {

    /** Which of the proposed services it goes to, and by which consent. */
    record SendRequest(String serviceId, @Nullable String consentId) {}

    /** Why it is taken back. */
    record CancelRequest(String reason) {}

    private static final String STREAM = "referral/";

    private final Handling<ReferralState, ReferralCommand, ReferralEvent> referrals;
    private final Proposal proposal;
    private final Heard heard;
    private final Directory directory;
    private final Notes notes;
    private final Clock clock;

    /** What was heard of consents and contacts. */
    public record Heard(HeardConsents consents, HeardContacts contacts) {}

    public DeskHandlers(
            Handling<ReferralState, ReferralCommand, ReferralEvent> referrals,
            Proposal proposal,
            Heard heard,
            Directory directory,
            Vault vault,
            Clock clock) {
        this.referrals = referrals;
        this.proposal = proposal;
        this.heard = heard;
        this.directory = directory;
        this.notes = new Notes(vault);
        this.clock = clock;
    }

    Mono<ServerResponse> propose(ServerRequest request) {
        return Requests.body(request, Proposal.Request.class).flatMap(body -> {
            if (!directory.ready()) {
                return Mono.error(Problem.of(
                                HttpStatus.SERVICE_UNAVAILABLE,
                                "directory-not-ready",
                                "The directory is still being read; try again with the same key.")
                        .header("Retry-After", "2"));
            }
            Cause cause = IdempotencyKey.cause(request, "POST /referrals", body.hash(), clock);
            String stream = STREAM + IdempotencyKey.derivedId(cause);
            return proposal.of(body.value(), clock.instant())
                    .flatMap(command -> referrals.handle(stream, command, cause))
                    .flatMap(handled -> Problems.answer(handled, done -> shown(HttpStatus.CREATED, done.entry())));
        });
    }

    Mono<ServerResponse> show(ServerRequest request) {
        return loaded(request).flatMap(entry -> shown(HttpStatus.OK, entry));
    }

    Mono<ServerResponse> note(ServerRequest request) {
        return loaded(request)
                .flatMap(entry -> entry.state() instanceof Known known
                        ? notes.text(known.asked().caseId(), Notes.ref(known))
                        : Mono.empty())
                .flatMap(text ->
                        ServerResponse.ok().header("Cache-Control", "no-store").bodyValue(Map.of("note", text)))
                .switchIfEmpty(Mono.error(Problem.notFound("There is no note.")));
    }

    Mono<ServerResponse> send(ServerRequest request) {
        return Requests.body(request, SendRequest.class).flatMap(body -> {
            Cause cause = IdempotencyKey.cause(request, "POST /referrals/{id}/sending", body.hash(), clock);
            SendRequest wanted = body.value();
            return loaded(request)
                    .flatMap(this::ofOneCase)
                    .flatMap(entry -> consent(wanted.consentId())
                            .zipWith(urgency(entry.state()))
                            .flatMap(known -> referrals.handle(
                                    entry.stream(),
                                    new ReferralCommand.Send(
                                            wanted.serviceId(),
                                            wanted.consentId(),
                                            known.getT1().orElse(null),
                                            known.getT2(),
                                            clock.instant()),
                                    cause))
                            .flatMap(handled -> Problems.answer(handled, done -> shown(HttpStatus.OK, done.entry()))));
        });
    }

    Mono<ServerResponse> cancel(ServerRequest request) {
        long version = Preconditions.ifMatch(request);
        return Requests.body(request, CancelRequest.class).flatMap(body -> {
            Cause cause = IdempotencyKey.cause(request, "POST /referrals/{id}/cancellation", body.hash(), clock);
            CancelReason reason = Codes.read(CancelReason.class, body.value().reason(), "/reason");
            if (reason == CancelReason.CASE_ERASED || reason == CancelReason.CONSENT_WITHDRAWN) {
                throw Codes.unknown(CancelReason.class, "/reason");
            }
            return loaded(request)
                    .flatMap(entry -> referrals.handle(
                            entry.stream(), version, new ReferralCommand.Cancel(reason, clock.instant()), cause))
                    .flatMap(handled -> Problems.answer(handled, done -> shown(HttpStatus.OK, done.entry())));
        });
    }

    /** A proposal may come before its contact is heard of; nothing is sent once it shows that the two do not belong together. */
    private Mono<Entry<ReferralState>> ofOneCase(Entry<ReferralState> entry) {
        return Mono.just(entry.state())
                .ofType(Known.class)
                .map(Known::asked)
                .flatMap(asked -> heard.contacts()
                        .contact(asked.contactId())
                        .filter(contact -> !contact.caseId().equals(asked.caseId())))
                .flatMap(other -> Mono.<Entry<ReferralState>>error(Problem.of(
                        HttpStatus.UNPROCESSABLE_CONTENT, "not-this-case", "That contact belongs to another case.")))
                .switchIfEmpty(Mono.just(entry));
    }

    private Mono<Optional<Consent>> consent(@Nullable String consentId) {
        return Mono.justOrEmpty(consentId)
                .flatMap(heard.consents()::consent)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
    }

    private Mono<Urgency> urgency(ReferralState state) {
        return state instanceof Known known
                ? heard.contacts().code(known.asked().contactId()).map(code -> Urgency.ofCode(code.orElse(null)))
                : Mono.just(Urgency.EMERGENT);
    }

    private Mono<Entry<ReferralState>> loaded(ServerRequest request) {
        return referrals
                .load(STREAM + request.pathVariable("id"))
                .switchIfEmpty(
                        Mono.error(Problem.of(Refusal.notFound("referral-not-found", "There is no such referral."))));
    }

    private Mono<ServerResponse> shown(HttpStatus status, Entry<ReferralState> entry) {
        if (!(entry.state() instanceof Known known)) {
            return Mono.error(Problem.notFound("There is no such referral."));
        }
        List<CandidateView> candidates = known.offers().stream()
                .map(offer -> CandidateView.of(
                        offer, directory.listing(offer.candidate().serviceId()).orElse(null)))
                .toList();
        return ServerResponse.status(status)
                .eTag(Preconditions.etag(entry.version()))
                .bodyValue(ReferralView.of(entry, known, candidates));
    }
}
