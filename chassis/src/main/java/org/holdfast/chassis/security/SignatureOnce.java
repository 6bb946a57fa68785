package org.holdfast.chassis.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Collection;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;

/**
 * Checks a token's signature once a minute, and its rules each time. Only a token that was found sound is remembered, by the whole
 * of its text, so another signature under the same claims is another token.
 */
final class SignatureOnce implements ReactiveJwtDecoder {

    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final int MOST = 1_000;

    private final ReactiveJwtDecoder checking;
    private final OAuth2TokenValidator<Jwt> rules;
    private final Cache<String, Jwt> sound;

    SignatureOnce(ReactiveJwtDecoder checking, OAuth2TokenValidator<Jwt> rules, Ticker ticker) {
        this.checking = checking;
        this.rules = rules;
        sound = Caffeine.newBuilder()
                .expireAfterWrite(REMEMBERED)
                .maximumSize(MOST)
                .ticker(ticker)
                .build();
    }

    @Override
    public Mono<Jwt> decode(String token) {
        return Mono.defer(() -> {
            Jwt known = sound.getIfPresent(token);
            return known == null
                    ? checking.decode(token).doOnNext(checked -> sound.put(token, checked))
                    : stillSound(known);
        });
    }

    private Mono<Jwt> stillSound(Jwt known) {
        OAuth2TokenValidatorResult result = rules.validate(known);
        Collection<OAuth2Error> errors = result.getErrors();
        return result.hasErrors()
                ? Mono.error(new JwtValidationException("the token is no longer sound", errors))
                : Mono.just(known);
    }
}
