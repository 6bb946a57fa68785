package org.holdfast.referral;

import java.time.Duration;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of referral.
 *
 * @param directory the folder of the resource directory; empty is the small fictional one that is shipped
 * @param partners the file of the partner agencies; empty is the shipped one for that directory
 * @param matching how services are found
 * @param respond how long partners have
 * @param intake where the person's details are asked for
 */
@ConfigurationProperties("holdfast.referral")
record ReferralSettings(
        @Nullable String directory,
        @Nullable String partners,
        @DefaultValue Matching matching,
        @DefaultValue Respond respond,
        @DefaultValue Intake intake) {

    /**
     * How services are found.
     *
     * @param candidates how many are proposed at most
     * @param farKm beyond so many kilometres a place is a definite no
     * @param reachKm coordinates farther than this from the middle of the directory are read as unknown
     * @param capacityFresh for how long a stated capacity counts
     * @param zone the zone of opening hours and business days
     * @param deadline after which a search is given up
     */
    record Matching(
            @DefaultValue("10") int candidates,
            @DefaultValue("100") double farKm,
            @DefaultValue("250") double reachKm,
            @DefaultValue("24h") Duration capacityFresh,
            @DefaultValue("America/New_York") ZoneId zone,
            @DefaultValue("2s") Duration deadline) {}

    /**
     * How long partners have.
     *
     * @param emergent for codes A and B
     * @param urgent for code C and for a contact that is not triaged
     * @param routineBusinessDays Monday to Friday, for the others
     * @param consentWait how long a sending waits for its consent to be heard
     */
    record Respond(
            @DefaultValue("30m") Duration emergent,
            @DefaultValue("8h") Duration urgent,
            @DefaultValue("14") int routineBusinessDays,
            @DefaultValue("5m") Duration consentWait) {}

    /**
     * Where the person's details are asked for.
     *
     * @param url where intake is
     * @param tokenUrl the token endpoint; empty is {@code /oauth2/token} of the issuer
     * @param clientId this service's client at the issuer
     * @param clientSecret its secret
     * @param patience how long intake is given to hear of an acceptance
     */
    record Intake(
            @DefaultValue("http://127.0.0.1:8081") String url,
            @Nullable String tokenUrl,
            @DefaultValue("referral-service") String clientId,
            @DefaultValue("") String clientSecret,
            @DefaultValue("3s") Duration patience) {}
}
