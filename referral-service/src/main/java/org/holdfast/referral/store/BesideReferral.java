package org.holdfast.referral.store;

import java.util.List;
import java.util.Locale;
import org.holdfast.chassis.journal.Entry;
import org.holdfast.chassis.journal.Projection;
import org.holdfast.referral.domain.Asked;
import org.holdfast.referral.domain.ReferralEvent;
import org.holdfast.referral.domain.ReferralState;
import org.holdfast.referral.domain.ReferralState.Directed;
import org.holdfast.referral.domain.ReferralState.Known;
import org.holdfast.referral.domain.ReferralState.WaitingForConsent;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps the partner's inbox, the links of cases and consents, who ought to be referred, and the unmet needs in step with a referral. */
public final class BesideReferral implements Projection<ReferralState, ReferralEvent> {

    private final Links links;
    private final Inbox inbox;
    private final UnmetNeeds unmet;
    private final NeededReferrals needed;

    public BesideReferral(Links links, Inbox inbox, UnmetNeeds unmet, NeededReferrals needed) {
        this.links = links;
        this.inbox = inbox;
        this.unmet = unmet;
        this.needed = needed;
    }

    @Override
    public Mono<Void> project(Entry<ReferralState> entry, List<ReferralEvent> events) {
        if (!(entry.state() instanceof Known known)) {
            return Mono.empty();
        }
        return links.ofCase(known.asked().caseId(), entry.id())
                .then(needed.served(known.asked().contactId()))
                .then(consent(known, entry.id()))
                .then(known instanceof Directed directed ? row(entry, directed) : Mono.empty())
                .then(Flux.fromIterable(events)
                        .ofType(ReferralEvent.ServicesProposed.class)
                        .filter(proposed -> proposed.offers().isEmpty())
                        .concatMap(proposed -> unmet.put(unmet(entry.id(), proposed)))
                        .then());
    }

    private Mono<Void> consent(Known known, String referralId) {
        return switch (known) {
            case WaitingForConsent waiting -> links.byConsent(waiting.sending().consentId(), referralId);
            case Directed directed -> links.byConsent(directed.sending().consentId(), referralId);
            default -> Mono.empty();
        };
    }

    private Mono<Void> row(Entry<ReferralState> entry, Directed directed) {
        Asked asked = directed.asked();
        return inbox.put(
                        directed.sending().partner(),
                        new InboxRow(
                                entry.id(),
                                entry.version(),
                                status(directed),
                                directed.sending().serviceId(),
                                asked.need(),
                                asked.area(),
                                asked.language(),
                                directed.respondBy()))
                .then();
    }

    private static UnmetNeed unmet(String referralId, ReferralEvent.ServicesProposed proposed) {
        Asked asked = proposed.asked();
        return new UnmetNeed(
                referralId, asked.need(), asked.area(), asked.language(), proposed.excluded(), proposed.at());
    }

    /** The state as others read it, such as {@code WAITING_FOR_CONSENT}. */
    public static String status(ReferralState state) {
        return switch (state) {
            case ReferralState.Dropped dropped -> "CANCELLED";
            default ->
                state.getClass()
                        .getSimpleName()
                        .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                        .toUpperCase(Locale.ROOT);
        };
    }
}
