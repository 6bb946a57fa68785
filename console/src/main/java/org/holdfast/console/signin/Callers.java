package org.holdfast.console.signin;

import java.util.stream.Collectors;
import org.holdfast.console.services.Caller;
import org.holdfast.console.services.SignInEnded;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Says who is at the browser, with a token that is still good: one that is about to end is renewed first. */
public final class Callers {

    private final ReactiveOAuth2AuthorizedClientManager tokens;

    public Callers(ReactiveOAuth2AuthorizedClientManager tokens) {
        this.tokens = tokens;
    }

    /** Fails with {@link SignInEnded} where nobody is signed in, or the token cannot be renewed. */
    public Mono<Caller> of(ServerWebExchange exchange) {
        return exchange.getPrincipal()
                .ofType(Authentication.class)
                .filter(who -> who.getPrincipal() instanceof OidcUser && !(who instanceof AnonymousAuthenticationToken))
                .flatMap(who -> token(exchange, who).map(token -> caller(who, token)))
                .switchIfEmpty(Mono.error(SignInEnded::new));
    }

    private Mono<String> token(ServerWebExchange exchange, Authentication who) {
        return tokens.authorize(OAuth2AuthorizeRequest.withClientRegistrationId(Issuer.REGISTRATION)
                        .principal(who)
                        .attribute(ServerWebExchange.class.getName(), exchange)
                        .build())
                .map(client -> client.getAccessToken().getTokenValue())
                .onErrorMap(OAuth2AuthorizationException.class, refused -> new SignInEnded())
                .onErrorMap(Issuer::silent, Issuer::away);
    }

    private static Caller caller(Authentication who, String token) {
        OidcUser user = (OidcUser) java.util.Objects.requireNonNull(who.getPrincipal());
        String full = user.getFullName();
        String name = full == null ? who.getName() : full;
        return new Caller(
                who.getName(),
                name,
                who.getAuthorities().stream()
                        .map(authority -> String.valueOf(authority.getAuthority()))
                        .filter(authority -> authority.startsWith("ROLE_"))
                        .map(authority -> authority.substring(5))
                        .collect(Collectors.toSet()),
                token);
    }
}
