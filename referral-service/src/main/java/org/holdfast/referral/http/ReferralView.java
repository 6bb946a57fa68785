package org.holdfast.referral.http;

import java.time.Instant;
import java.util.List;
import org.holdfast.chassis.journal.Entry;
import org.holdfast.referral.domain.ReferralState;
import org.holdfast.referral.domain.ReferralState.Directed;
import org.holdfast.referral.domain.ReferralState.Known;
import org.holdfast.referral.domain.Sending;
import org.holdfast.referral.store.BesideReferral;
import org.jspecify.annotations.Nullable;

/**
 * A referral as the desk sees it.
 *
 * @param partner the partner it went to
 * @param serviceId the service it is for
 * @param respondBy until when the partner must answer (UTC)
 * @param fellBack why an attempt to send it came back
 * @param reason why it was declined or taken back
 * @param declinedBy who said no
 * @param outcome what came of it
 * @param hasNote whether the partner wrote a note; {@code GET /referrals/{id}/note} shows it
 */
record ReferralView(
        String referralId,
        String contactId,
        String caseId,
        long version,
        String status,
        String need,
        @Nullable String partner,
        @Nullable String serviceId,
        @Nullable String consentId,
        @Nullable Instant respondBy,
        @Nullable String fellBack,
        @Nullable String reason,
        @Nullable String declinedBy,
        @Nullable String outcome,
        boolean hasNote,
        List<CandidateView> candidates) {

    static ReferralView of(Entry<ReferralState> entry, Known known, List<CandidateView> candidates) {
        Sending sending = switch (known) {
            case ReferralState.WaitingForConsent waiting -> waiting.sending();
            case Directed directed -> directed.sending();
            default -> null;
        };
        return new ReferralView(
                entry.id(),
                known.asked().contactId(),
                known.asked().caseId(),
                entry.version(),
                BesideReferral.status(known),
                known.asked().need(),
                sending == null ? null : sending.partner(),
                sending == null ? null : sending.serviceId(),
                sending == null ? null : sending.consentId(),
                known instanceof Directed directed ? directed.respondBy() : null,
                known instanceof ReferralState.Proposed proposed && proposed.fellBack() != null
                        ? proposed.fellBack().name()
                        : null,
                reason(known),
                known instanceof ReferralState.Declined declined ? declined.by().name() : null,
                known instanceof ReferralState.Completed done ? done.outcome().name() : null,
                Notes.ref(known) != null,
                candidates);
    }

    private static @Nullable String reason(Known known) {
        return switch (known) {
            case ReferralState.Declined declined -> declined.reason().name();
            case ReferralState.Cancelled cancelled -> cancelled.reason().name();
            case ReferralState.Dropped dropped -> dropped.reason().name();
            default -> null;
        };
    }
}
