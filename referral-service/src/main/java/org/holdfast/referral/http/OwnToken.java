package org.holdfast.referral.http;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** This service's own token (client credentials), kept until shortly before it ends. */
public final class OwnToken {

    private static final long BEFORE_SECONDS = 20;

    private record Held(String token, Instant until) {}

    private final WebClient web;
    private final String url;
    private final String clientId;
    private final String clientSecret;
    private final Clock clock;
    private final AtomicReference<Held> held = new AtomicReference<>(new Held("", Instant.EPOCH));

    /** @param url the token endpoint of the issuer */
    public OwnToken(WebClient web, String url, String clientId, String clientSecret, Clock clock) {
        this.web = web;
        this.url = url;
        this.clientId = clientId;
        this.clientSecret = clientSecret;
        this.clock = clock;
    }

    Mono<String> value() {
        return Mono.defer(() -> {
            Held now = held.get();
            return clock.instant().isBefore(now.until()) ? Mono.just(now.token()) : fetched();
        });
    }

    /** The token was not believed: the next call fetches another. */
    void forget() {
        held.set(new Held("", Instant.EPOCH));
    }

    private Mono<String> fetched() {
        return web.post()
                .uri(url)
                .headers(headers -> headers.setBasicAuth(clientId, clientSecret))
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(BodyInserters.fromFormData("grant_type", "client_credentials")
                        .with("scope", "disclosures.ask"))
                .retrieve()
                .bodyToMono(JsonNode.class)
                .map(answer -> {
                    String token = answer.path("access_token").asString("");
                    long seconds = Math.max(0, answer.path("expires_in").asLong(60) - BEFORE_SECONDS);
                    held.set(new Held(token, clock.instant().plusSeconds(seconds)));
                    return token;
                });
    }
}
