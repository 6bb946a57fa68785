package org.holdfast.referral.domain;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An agency that takes referrals here.
 *
 * @param id what consents and referrals name
 * @param clientId the client of the issuer that acts for it; the binding is here, never in a claim of a token
 * @param name for people
 * @param organizations the ids of its organizations in the directory
 * @param people the subjects of the issuer that answer for it; bound here too
 */
public record Partner(String id, String clientId, String name, List<String> organizations, Set<String> people) {

    /** A file may leave out the lists that are empty. */
    public Partner(
            String id,
            String clientId,
            String name,
            @Nullable List<String> organizations,
            @Nullable Set<String> people) {
        this.id = id;
        this.clientId = clientId;
        this.name = name;
        this.organizations = List.copyOf(Objects.requireNonNullElse(organizations, List.of()));
        this.people = Set.copyOf(Objects.requireNonNullElse(people, Set.of()));
    }
}
