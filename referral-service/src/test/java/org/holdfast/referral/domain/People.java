package org.holdfast.referral.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.holdfast.referral.domain.matching.Candidate;

/** The people and agencies of the referral tests. */
final class People {

    static final Instant NOON = Instant.parse("2026-11-23T17:00:00Z");
    static final String HARBOR = "harbor-crisis-response";
    static final String SHELTER = "city-shelter-network";
    static final String CRISIS_LINE = "svc-crisis";
    static final String BEDS = "svc-beds";
    static final String PHONE_ONLY = "svc-phone-only";
    static final ZoneId BALTIMORE = ZoneId.of("America/New_York");

    private People() {}

    static ReferralDecider decider() {
        return new ReferralDecider(
                new RespondWithin(Duration.ofMinutes(30), Duration.ofHours(8), 14, BALTIMORE), Duration.ofMinutes(5));
    }

    static Asked mariaAsksForCrisisHelp() {
        return new Asked("contact-maria", "case-maria", "crisis", "21201", "en");
    }

    static List<Offer> threeOffers() {
        return List.of(offer(CRISIS_LINE, HARBOR), offer(BEDS, SHELTER), offer(PHONE_ONLY, null));
    }

    static Consent mariaConsentsTo(String partner) {
        return new Consent("consent-1", "contact-maria", "case-maria", partner, NOON.plus(Duration.ofDays(30)), false);
    }

    static ReferralCommand.Propose propose() {
        return new ReferralCommand.Propose(mariaAsksForCrisisHelp(), threeOffers(), Map.of(), NOON);
    }

    static ReferralCommand.Send sendToHarbor(Consent heard) {
        return new ReferralCommand.Send(CRISIS_LINE, "consent-1", heard, Urgency.EMERGENT, NOON);
    }

    private static Offer offer(String service, String partner) {
        return new Offer(
                new Candidate(service, service, "org-" + service, "Org of " + service, 1.0, List.of()), partner);
    }
}
