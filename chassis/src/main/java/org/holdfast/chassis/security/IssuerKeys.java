package org.holdfast.chassis.security;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import io.netty.channel.ChannelOption;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.holdfast.chassis.http.FreshNames;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/**
 * The issuer's public keys, fetched when first needed and again when a token names one that is not known, but at most every
 * five seconds, so that forged tokens cannot make this service hammer the issuer.
 */
final class IssuerKeys implements Function<SignedJWT, Flux<JWK>> {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final LongSupplier nanos;
    private final Mono<Fetched> fetching;
    private final AtomicReference<@Nullable Mono<Fetched>> inFlight = new AtomicReference<>();
    private volatile @Nullable Fetched last;

    private record Fetched(List<JWK> keys, long at) {}

    IssuerKeys(SecuritySettings settings, LongSupplier nanos) {
        this.nanos = nanos;
        WebClient web = WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(FreshNames.on(HttpClient.create())
                        .responseTimeout(PATIENCE)
                        .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) PATIENCE.toMillis())))
                .build();
        this.fetching = place(settings, web)
                .flatMap(url -> web.get().uri(url).retrieve().bodyToMono(String.class))
                .map(json -> new Fetched(parsed(json), nanos.getAsLong()))
                .doOnNext(fetched -> last = fetched)
                .timeout(PATIENCE.multipliedBy(2));
    }

    @Override
    public Flux<JWK> apply(SignedJWT token) {
        String wanted = token.getHeader().getKeyID();
        Fetched known = last;
        if (known != null && (!named(known, wanted).isEmpty() || nanos.getAsLong() - known.at() < PAUSE.toNanos())) {
            return Flux.fromIterable(named(known, wanted));
        }
        return Mono.defer(this::shared).flatMapIterable(fetched -> named(fetched, wanted));
    }

    /** Those who wait at the same time share one request. */
    private Mono<Fetched> shared() {
        Mono<Fetched> mine = fetching.doFinally(end -> inFlight.set(null)).cache();
        Mono<Fetched> others = inFlight.compareAndExchange(null, mine);
        return others == null ? mine : others;
    }

    private static List<JWK> named(Fetched fetched, @Nullable String id) {
        return fetched.keys().stream()
                .filter(key -> id == null || id.equals(key.getKeyID()))
                .toList();
    }

    private static List<JWK> parsed(String json) {
        try {
            return JWKSet.parse(json).getKeys();
        } catch (ParseException broken) {
            throw new IllegalStateException("the issuer's key set cannot be read");
        }
    }

    private static Mono<String> place(SecuritySettings settings, WebClient web) {
        String given = settings.jwks();
        if (given != null && !given.isBlank()) {
            return Mono.just(given);
        }
        String issuer = settings.issuer();
        return web.get()
                .uri(issuer.replaceAll("/$", "") + "/.well-known/openid-configuration")
                .retrieve()
                .bodyToMono(new ParameterizedTypeReference<Map<String, Object>>() {})
                .map(described -> {
                    if (!issuer.equals(described.get("issuer")) || !(described.get("jwks_uri") instanceof String url)) {
                        throw new IllegalStateException("the issuer describes itself as another one, or without keys");
                    }
                    return url;
                });
    }
}
