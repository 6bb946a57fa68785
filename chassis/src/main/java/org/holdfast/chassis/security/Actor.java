package org.holdfast.chassis.security;

import java.util.Collections;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Who asks, as the token says: a person, or a client that acts for itself. Ids only, never a name.
 *
 * @param issuer who vouches for the token
 * @param id the subject of the token
 * @param client the client that got the token, if the token says so
 * @param roles what a person may do
 * @param scopes what a client may do
 */
public record Actor(String issuer, String id, @Nullable String client, Set<String> roles, Set<String> scopes) {

    private static final String ATTACHED = Actor.class.getName();
    private static final String ROLE = "ROLE_";
    private static final String SCOPE = "SCOPE_";

    public Actor {
        roles = Set.copyOf(roles);
        scopes = Set.copyOf(scopes);
    }

    /** Whoever sent the request; empty for an open route that was asked without a token. */
    public static Mono<Actor> of(ServerRequest request) {
        return Mono.justOrEmpty(attached(request)).switchIfEmpty(Mono.defer(() -> resolve(request.exchange())));
    }

    /** Whoever sent the request, inside a handler declared with {@link Routes}; null on an open route without a token. */
    public static @Nullable Actor attached(ServerRequest request) {
        return (Actor) request.exchange().getAttribute(ATTACHED);
    }

    /** Whether the client acts for itself (client credentials) and no person stands behind the token. */
    public boolean actsForItself() {
        return id.equals(client);
    }

    /** Whether the actor has the role. */
    public boolean hasRole(String role) {
        return roles.contains(role);
    }

    /** Whether the actor has the scope. */
    public boolean hasScope(String scope) {
        return scopes.contains(scope);
    }

    boolean hasAny(Set<String> wantedRoles, Set<String> wantedScopes) {
        return !Collections.disjoint(roles, wantedRoles) || !Collections.disjoint(scopes, wantedScopes);
    }

    static Mono<Actor> resolve(ServerWebExchange exchange) {
        return exchange.getPrincipal()
                .filter(JwtAuthenticationToken.class::isInstance)
                .map(principal -> from((JwtAuthenticationToken) principal))
                .doOnNext(actor -> exchange.getAttributes().put(ATTACHED, actor));
    }

    static Actor from(JwtAuthenticationToken token) {
        Jwt jwt = token.getToken();
        String issuer = jwt.getClaimAsString("iss");
        String client = jwt.getClaimAsString("client_id");
        if (client == null) {
            client = jwt.getClaimAsString("azp");
        }
        String subject = jwt.getSubject() != null ? jwt.getSubject() : token.getName();
        return new Actor(issuer == null ? "" : issuer, subject, client, stripped(token, ROLE), stripped(token, SCOPE));
    }

    private static Set<String> stripped(Authentication token, String prefix) {
        return token.getAuthorities().stream()
                .map(authority -> String.valueOf(authority.getAuthority()))
                .filter(authority -> authority.startsWith(prefix))
                .map(authority -> authority.substring(prefix.length()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
