package org.holdfast.referral.stream;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.holdfast.chassis.journal.Entry;
import org.holdfast.contracts.referral.ReferralAccepted;
import org.holdfast.contracts.referral.ReferralCancelled;
import org.holdfast.contracts.referral.ReferralCompleted;
import org.holdfast.contracts.referral.ReferralDeclined;
import org.holdfast.contracts.referral.ReferralExpired;
import org.holdfast.contracts.referral.ReferralMessage;
import org.holdfast.contracts.referral.ReferralOpened;
import org.holdfast.contracts.referral.ReferralProposed;
import org.holdfast.contracts.referral.ReferralSent;
import org.holdfast.referral.domain.Asked;
import org.holdfast.referral.domain.ReferralState;
import org.holdfast.referral.domain.ReferralState.Directed;
import org.holdfast.referral.domain.ReferralState.Known;

/** Puts the state of a referral into the words of the contract; never what anybody wrote. */
final class ReferralMessages {

    private ReferralMessages() {}

    /** The message for a state, or empty where the state is nobody else's business. */
    static Optional<ReferralMessage> of(Entry<ReferralState> entry, Instant at) {
        return Stream.of(entry.state())
                .filter(Known.class::isInstance)
                .map(Known.class::cast)
                .flatMap(known -> message(new Head(entry.id(), entry.version(), known.asked(), at), known).stream())
                .findFirst();
    }

    /** What every message begins with. */
    private record Head(String id, long version, Asked asked, Instant at) {}

    private static Optional<ReferralMessage> message(Head head, Known known) {
        String contact = head.asked().contactId();
        String ofCase = head.asked().caseId();
        return switch (known) {
            case ReferralState.Proposed proposed ->
                Optional.of(new ReferralProposed(
                        head.id(),
                        contact,
                        ofCase,
                        head.version(),
                        proposed.offers().size(),
                        head.at()));
            case ReferralState.WaitingForConsent waiting -> Optional.empty();
            case ReferralState.Dropped dropped ->
                Optional.of(new ReferralCancelled(
                        head.id(),
                        contact,
                        ofCase,
                        head.version(),
                        null,
                        dropped.reason().name(),
                        head.at()));
            case Directed directed -> Optional.of(directed(head, contact, ofCase, directed));
        };
    }

    private static ReferralMessage directed(Head head, String contact, String ofCase, Directed directed) {
        String id = head.id();
        long version = head.version();
        Instant at = head.at();
        String partner = directed.sending().partner();
        String consent = directed.sending().consentId();
        return switch (directed) {
            case ReferralState.Sent sent ->
                new ReferralSent(
                        id,
                        contact,
                        ofCase,
                        version,
                        partner,
                        sent.sending().serviceId(),
                        consent,
                        sent.respondBy(),
                        at);
            case ReferralState.Opened opened -> new ReferralOpened(id, contact, ofCase, version, partner, at);
            case ReferralState.Accepted taken ->
                new ReferralAccepted(id, contact, ofCase, version, partner, consent, at);
            case ReferralState.Declined no ->
                new ReferralDeclined(
                        id,
                        contact,
                        ofCase,
                        version,
                        partner,
                        no.reason().name(),
                        no.by().name(),
                        at);
            case ReferralState.Expired expired -> new ReferralExpired(id, contact, ofCase, version, partner, at);
            case ReferralState.Cancelled cancelled ->
                new ReferralCancelled(
                        id,
                        contact,
                        ofCase,
                        version,
                        partner,
                        cancelled.reason().name(),
                        at);
            case ReferralState.Completed done ->
                new ReferralCompleted(
                        id, contact, ofCase, version, partner, done.outcome().name(), at);
        };
    }
}
