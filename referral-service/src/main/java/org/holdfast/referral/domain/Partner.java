package org.holdfast.referral.domain;

import java.util.List;

/**
 * An agency that takes referrals here.
 *
 * @param id what consents and referrals name
 * @param clientId the client of the issuer that acts for it; the binding is here, never in a claim of a token
 * @param name for people
 * @param organizations the ids of its organizations in the directory
 */
public record Partner(String id, String clientId, String name, List<String> organizations) {

    public Partner {
        organizations = List.copyOf(organizations);
    }
}
