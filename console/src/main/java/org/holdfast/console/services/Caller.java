package org.holdfast.console.services;

import java.util.Arrays;
import java.util.Set;

/**
 * The person at the browser.
 *
 * @param id the subject of the token
 * @param name as shown
 * @param roles what the issuer says that the person may do
 * @param token proves it to the services
 */
public record Caller(String id, String name, Set<String> roles, String token) {

    public Caller {
        roles = Set.copyOf(roles);
    }

    /** Whether the person has one of the roles. */
    public boolean is(String... wanted) {
        return Arrays.stream(wanted).anyMatch(roles::contains);
    }

    /** Never shows the token. */
    @Override
    public String toString() {
        return "Caller[" + id + "]";
    }
}
