package org.holdfast.identity.tokens;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.holdfast.identity.domain.Person;
import org.holdfast.identity.domain.Role;
import org.holdfast.identity.store.People;
import org.holdfast.identity.store.StoredClients;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/** Puts the roles of the person, or of the client that speaks for itself, and the client's id into every token. */
public final class RolesInTokens implements OAuth2TokenCustomizer<JwtEncodingContext> {

    private static final String ROLE = "ROLE_";

    private final People people;

    public RolesInTokens(People people) {
        this.people = people;
    }

    @Override
    public void customize(JwtEncodingContext context) {
        if (AuthorizationGrantType.REFRESH_TOKEN.equals(context.getAuthorizationGrantType())) {
            requireStillActive(context);
        }
        boolean ownToken = AuthorizationGrantType.CLIENT_CREDENTIALS.equals(context.getAuthorizationGrantType());
        Authentication who = Objects.requireNonNull(context.getPrincipal());
        context.getClaims()
                .claim("roles", ownToken ? rolesOfClient(context) : rolesOfPerson(who))
                .claim("client_id", context.getRegisteredClient().getClientId());
        if (OidcParameterNames.ID_TOKEN.equals(context.getTokenType().getValue())) {
            people.find(who.getName())
                    .ifPresent(person ->
                            context.getClaims().claim("name", person.name()).claim("preferred_username", person.id()));
        }
    }

    /** Whoever was sent away or given other roles since signing in gets nothing anew, but has to sign in again. */
    private void requireStillActive(JwtEncodingContext context) {
        Authentication who = Objects.requireNonNull(context.getPrincipal());
        boolean same = people.find(who.getName())
                .filter(Person::active)
                .filter(person -> person.roles().stream()
                        .map(Role::claim)
                        .sorted()
                        .toList()
                        .equals(rolesOfPerson(who)))
                .isPresent();
        if (!same) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
        }
    }

    private static List<String> rolesOfPerson(Authentication who) {
        return who.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .filter(authority -> authority != null && authority.startsWith(ROLE))
                .map(authority -> authority.substring(ROLE.length()).toLowerCase(Locale.ROOT))
                .sorted()
                .toList();
    }

    private static List<String> rolesOfClient(JwtEncodingContext context) {
        List<String> roles = context.getRegisteredClient().getClientSettings().getSetting(StoredClients.ROLES);
        return roles == null ? List.of() : List.copyOf(roles);
    }
}
