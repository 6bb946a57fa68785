package org.holdfast.console.signin;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientException;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/** Reads the issuer's discovery document when somebody first signs in, so that the console starts without the issuer. */
public final class Issuer implements ReactiveClientRegistrationRepository {

    /** The only registration there is. */
    public static final String REGISTRATION = "holdfast";

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final ParameterizedTypeReference<Map<String, Object>> DOCUMENT =
            new ParameterizedTypeReference<>() {};

    private final WebClient web;
    private final String issuer;
    private final Client client;
    private volatile @Nullable ClientRegistration known;

    /**
     * As what the console signs people in.
     *
     * @param id its client id
     * @param secret none for a public client
     * @param redirect where people come back to
     */
    public record Client(String id, @Nullable String secret, String redirect) {}

    public Issuer(WebClient web, String issuer, Client client) {
        this.web = web;
        this.issuer = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
        this.client = client;
    }

    @Override
    public Mono<ClientRegistration> findByRegistrationId(String id) {
        if (!REGISTRATION.equals(id)) {
            return Mono.empty();
        }
        ClientRegistration before = known;
        return before != null ? Mono.just(before) : discovered();
    }

    private Mono<ClientRegistration> discovered() {
        return web.get()
                .uri(issuer + "/.well-known/openid-configuration")
                .retrieve()
                .bodyToMono(DOCUMENT)
                .timeout(PATIENCE)
                .map(this::registration)
                .doOnNext(read -> known = read)
                .onErrorMap(Issuer::silent, Issuer::away);
    }

    /** Whether the issuer could not be asked, or answered nothing that makes sense. */
    static boolean silent(Throwable error) {
        return error instanceof WebClientException || error instanceof TimeoutException || error instanceof IOException;
    }

    /** What a browser is told then: nobody's fault, and it passes. */
    static ResponseStatusException away(Throwable error) {
        return new ResponseStatusException(
                HttpStatus.SERVICE_UNAVAILABLE, "Signing in does not answer just now.", error);
    }

    private ClientRegistration registration(Map<String, Object> document) {
        if (!(document.get("issuer") instanceof String named) || !named.equals(issuer)) {
            throw new IllegalStateException("the discovery document of " + issuer + " names another issuer");
        }
        String secret = client.secret() == null ? "" : client.secret();
        return ClientRegistration.withRegistrationId(REGISTRATION)
                .clientId(client.id())
                .clientSecret(secret)
                .clientAuthenticationMethod(
                        secret.isEmpty()
                                ? ClientAuthenticationMethod.NONE
                                : ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(client.redirect())
                .scope("openid", "profile")
                .authorizationUri(text(document, "authorization_endpoint"))
                .tokenUri(text(document, "token_endpoint"))
                .jwkSetUri(text(document, "jwks_uri"))
                .issuerUri(issuer)
                .userNameAttributeName("sub")
                .providerConfigurationMetadata(document)
                .build();
    }

    private static String text(Map<String, Object> document, String member) {
        if (document.get(member) instanceof String text) {
            return text;
        }
        throw new IllegalStateException("the issuer's discovery document has no " + member);
    }
}
