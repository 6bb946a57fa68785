package org.holdfast.referral.http;

import java.util.List;
import org.holdfast.referral.domain.Offer;
import org.holdfast.referral.domain.directory.Listing;
import org.holdfast.referral.domain.matching.Candidate;
import org.jspecify.annotations.Nullable;

/**
 * A service that may help, as the desk sees it.
 *
 * @param takesReferrals whether a partner agency takes referrals for it here; otherwise a person must phone
 * @param partner the id of that agency, which the consent must name
 * @param phones its numbers as the directory has them now; doubtful ones are marked
 */
record CandidateView(
        String serviceId,
        String name,
        @Nullable String organization,
        boolean takesReferrals,
        @Nullable String partner,
        @Nullable Double distanceKm,
        List<VerdictView> verdicts,
        List<String> reasons,
        List<PhoneView> phones) {

    /** What one criterion says. */
    record VerdictView(String criterion, String result, String value, String source) {}

    /** A number to call. */
    record PhoneView(String number, @Nullable String description, boolean doubtful) {}

    static CandidateView of(Offer offer, @Nullable Listing listing) {
        Candidate candidate = offer.candidate();
        Double km = candidate.distanceKm();
        return new CandidateView(
                candidate.serviceId(),
                candidate.name(),
                candidate.organization(),
                offer.partner() != null,
                offer.partner(),
                km == null ? null : Math.round(km * 10) / 10.0,
                candidate.verdicts().stream()
                        .map(verdict -> new VerdictView(
                                verdict.criterion(), verdict.result().name(), verdict.value(), verdict.source()))
                        .toList(),
                candidate.reasons(),
                listing == null ? List.of() : phones(listing));
    }

    static List<PhoneView> phones(Listing listing) {
        return listing.service().phones().stream()
                .filter(phone -> !"fax".equals(phone.type()))
                .map(phone -> new PhoneView(
                        phone.number(),
                        phone.description(),
                        listing.flags().stream().anyMatch(flag -> flag.record().equals("phone/" + phone.id()))))
                .toList();
    }
}
