package org.holdfast.console.signin;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.ReactiveOAuth2UserService;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import reactor.core.publisher.Mono;

/** Reads who somebody is and what they may do out of the id token; nobody else is asked. */
final class RolesFromToken implements ReactiveOAuth2UserService<OidcUserRequest, OidcUser> {

    private final String claim;

    RolesFromToken(String claim) {
        this.claim = claim;
    }

    @Override
    public Mono<OidcUser> loadUser(OidcUserRequest request) {
        Set<GrantedAuthority> roles = new HashSet<>();
        if (request.getIdToken().getClaim(claim) instanceof Collection<?> named) {
            named.forEach(role -> roles.add(new SimpleGrantedAuthority("ROLE_" + role)));
        }
        return Mono.just(new DefaultOidcUser(roles, request.getIdToken()));
    }
}
