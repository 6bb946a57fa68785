package org.holdfast.intake.http;

import java.util.LinkedHashMap;
import java.util.Map;
import org.holdfast.chassis.http.IdempotencyKey;
import org.holdfast.chassis.http.Requests;
import org.holdfast.chassis.journal.Cause;
import org.holdfast.intake.domain.ContactCommand;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Records what a person agrees to share, and takes it back whenever the person says so. */
final class ConsentRoutes {

    private final Desk desk;

    ConsentRoutes(Desk desk) {
        this.desk = desk;
    }

    /** Handles {@code POST /contacts/{id}/consents}. */
    Mono<ServerResponse> give(ServerRequest request) {
        return Requests.body(request, Asked.Consent.class).flatMap(body -> {
            Cause cause = IdempotencyKey.cause(request, "POST /contacts/{id}/consents", body.hash(), desk.clock());
            String consentId = IdempotencyKey.derivedId(cause, "consent");
            Asked.Consent asked = body.value();
            return desk.agencies().recipients().flatMap(known -> {
                ContactCommand command = new ContactCommand.GiveConsent(
                        consentId, asked.recipient(), known, asked.scopes(), asked.until(), cause.time());
                return handle(request, command, cause, HttpStatus.CREATED, consentId);
            });
        });
    }

    /** Handles {@code POST /contacts/{id}/consents/{consentId}/withdrawal}. */
    Mono<ServerResponse> withdraw(ServerRequest request) {
        return Requests.noBody(request).flatMap(hash -> {
            Cause cause = IdempotencyKey.cause(
                    request, "POST /contacts/{id}/consents/{consentId}/withdrawal", hash, desk.clock());
            String consentId = request.pathVariable("consentId");
            ContactCommand command = new ContactCommand.WithdrawConsent(consentId, cause.time());
            return handle(request, command, cause, HttpStatus.OK, consentId);
        });
    }

    private Mono<ServerResponse> handle(
            ServerRequest request, ContactCommand command, Cause cause, HttpStatus status, String consentId) {
        String contactId = Desk.contactId(request);
        return desk.facts(contactId).flatMap(facts -> {
            Map<String, String> ids = new LinkedHashMap<>();
            ids.put("consentId", consentId);
            ids.put("contactId", contactId);
            ids.put("caseId", facts.opening().caseId());
            return desk.contacts()
                    .handle(Desk.stream(contactId), command, cause)
                    .flatMap(handled -> Desk.answer(status, handled, ids));
        });
    }
}
