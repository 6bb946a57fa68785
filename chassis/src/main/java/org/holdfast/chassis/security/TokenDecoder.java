package org.holdfast.chassis.security;

import com.github.benmanes.caffeine.cache.Ticker;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSecurityContextJWKSet;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;

/** Makes what checks tokens; nothing is fetched before the first token, so a service starts while its issuer is down. */
final class TokenDecoder {

    /** How far the issuer's clock and ours may be apart. */
    private static final Duration SKEW = Duration.ofSeconds(30);

    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);

    private TokenDecoder() {}

    static ReactiveJwtDecoder of(SecuritySettings settings) {
        OAuth2TokenValidator<Jwt> rules = rules(settings);
        NimbusReactiveJwtDecoder decoder = NimbusReactiveJwtDecoder.withJwkSource(
                        new IssuerKeys(settings, System::nanoTime))
                .jwtProcessorCustomizer(processor -> processor.setJWSKeySelector(
                        new JWSVerificationKeySelector<>(ALGORITHMS, new JWKSecurityContextJWKSet())))
                .build();
        decoder.setJwtValidator(rules);
        // whatever is not the token's fault is the issuer's absence, which passes
        ReactiveJwtDecoder checking = token -> decoder.decode(token)
                .onErrorMap(
                        error -> !(error instanceof BadJwtException),
                        error -> new AuthenticationServiceException("the issuer's keys cannot be had", error));
        return new SignatureOnce(checking, rules, Ticker.systemTicker());
    }

    private static OAuth2TokenValidator<Jwt> rules(SecuritySettings settings) {
        List<OAuth2TokenValidator<Jwt>> rules = new ArrayList<>();
        rules.add(new JwtTimestampValidator(SKEW));
        rules.add(new JwtIssuerValidator(settings.issuer()));
        rules.add(new JwtClaimValidator<Object>("exp", expiry -> expiry != null));
        rules.add(new JwtClaimValidator<String>("sub", subject -> subject != null && !subject.isBlank()));
        String audience = settings.audience();
        if (audience != null && !audience.isBlank()) {
            rules.add(new JwtClaimValidator<List<String>>("aud", all -> all != null && all.contains(audience)));
        }
        return new DelegatingOAuth2TokenValidator<>(rules);
    }
}
