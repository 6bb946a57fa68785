package org.holdfast.referral.http;

import java.util.Optional;
import org.holdfast.chassis.http.Problem;
import org.holdfast.chassis.security.Actor;
import org.holdfast.referral.domain.Partner;
import org.holdfast.referral.store.Partners;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;

/**
 * Who answers for a partner agency: one of its people, or its program.
 *
 * @param agency the agency to which the register binds them
 * @param id the person's subject or the client's id; never a name
 */
record Responder(Partner agency, String id) {

    /** The role of an agency's people. */
    static final String ROLE = "partner";

    /** The scope of an agency's programs. */
    static final String SCOPE = "referrals.respond";

    /** Whoever asks; the binding is ours, and no claim of the token says anything about it. */
    static Responder of(ServerRequest request, Partners partners) {
        return Optional.ofNullable(Actor.attached(request))
                .flatMap(actor -> agency(actor, partners).map(agency -> new Responder(agency, actor.id())))
                .orElseThrow(() -> Problem.of(
                        HttpStatus.FORBIDDEN,
                        "no-such-partner",
                        "This person or client is bound to no partner agency here."));
    }

    /** A person counts as themself only, whichever program they signed in with. */
    private static Optional<Partner> agency(Actor actor, Partners partners) {
        if (actor.hasRole(ROLE)) {
            return actor.actsForItself() ? Optional.empty() : partners.ofPerson(actor.id());
        }
        return actor.hasScope(SCOPE) ? partners.ofClient(actor.client()) : Optional.empty();
    }
}
