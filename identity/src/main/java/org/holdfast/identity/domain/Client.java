package org.holdfast.identity.domain;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A program that asks for tokens: with a redirect address it speaks for people (code and PKCE), else for itself (client credentials).
 *
 * @param id the client id
 * @param name the name shown
 * @param secret a hash with its algorithm in front; none for a public client
 * @param scopes what it may ask for
 * @param roles roles that its own tokens carry
 * @param redirects where a person is sent back to; for loopback addresses any port is taken
 */
public record Client(
        String id, String name, @Nullable String secret, Set<String> scopes, Set<Role> roles, Set<String> redirects) {

    public Client {
        if (secret != null) {
            Hash.require(secret, "client " + id);
        } else if (redirects.isEmpty()) {
            throw new IllegalArgumentException("client " + id + " needs a secret or a redirect address");
        }
        scopes = Set.copyOf(scopes);
        roles = Set.copyOf(roles);
        redirects = Set.copyOf(redirects);
    }

    /** Whether it speaks for people. */
    public boolean speaksForPeople() {
        return !redirects.isEmpty();
    }

    /** Whether it keeps no secret. */
    public boolean isPublic() {
        return secret == null;
    }
}
