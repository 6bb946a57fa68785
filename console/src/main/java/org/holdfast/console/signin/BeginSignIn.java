package org.holdfast.console.signin;

import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.server.DefaultServerOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Sends a browser that asks for {@code /sign-in} to the issuer, with a proof key, and remembers where it wanted to go. */
final class BeginSignIn implements ServerOAuth2AuthorizationRequestResolver {

    private final DefaultServerOAuth2AuthorizationRequestResolver usual;

    BeginSignIn(ReactiveClientRegistrationRepository registrations) {
        usual = new DefaultServerOAuth2AuthorizationRequestResolver(registrations);
        usual.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
    }

    @Override
    public Mono<OAuth2AuthorizationRequest> resolve(ServerWebExchange exchange) {
        return exchange.getRequest().getPath().value().equals("/sign-in")
                ? resolve(exchange, Issuer.REGISTRATION)
                : Mono.empty();
    }

    @Override
    public Mono<OAuth2AuthorizationRequest> resolve(ServerWebExchange exchange, String registration) {
        String to = Places.local(exchange.getRequest().getQueryParams().getFirst("to"));
        return usual.resolve(exchange, registration)
                .map(request -> OAuth2AuthorizationRequest.from(request)
                        .attributes(attributes -> attributes.put(Places.WANTED, to))
                        .build());
    }
}
