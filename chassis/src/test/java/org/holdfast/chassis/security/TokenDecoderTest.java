package org.holdfast.chassis.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.holdfast.chassis.http.Desk;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Which tokens are believed. */
class TokenDecoderTest {

    private static final Tokens ISSUER = Tokens.shared();
    private final ReactiveJwtDecoder decoder = decoder(ISSUER.jwks(), null);

    @Test
    void believesTheIssuersToken() {
        assertThat(decode(decoder, ISSUER.person("mia", "operator")).getSubject())
                .isEqualTo("mia");
    }

    @Test
    void findsTheKeysByTheIssuersOwnDescription() {
        assertThat(decode(decoder(null, null), ISSUER.person("mia", "operator")).getSubject())
                .isEqualTo("mia");
    }

    @Test
    void refusesATokenThatIsOverAndForgivesHalfAMinute() {
        assertThat(decode(decoder, ending(-20)).getSubject()).isEqualTo("mia");
        refused(ending(-40));
        refused(ISSUER.token(claims -> claims.subject("mia").expirationTime(null)));
        refused(ISSUER.token(claims ->
                claims.subject("mia").notBeforeTime(Date.from(Instant.now().plusSeconds(120)))));
    }

    @Test
    void refusesATokenOfAnotherIssuerOrWithoutAPerson() {
        refused(ISSUER.token(claims -> claims.subject("mia").issuer("https://elsewhere.example")));
        refused(ISSUER.token(claims -> claims.subject("mia").issuer(null)));
        refused(ISSUER.token(claims -> claims.subject(null)));
        refused(ISSUER.token(claims -> claims.subject(" ")));
    }

    @Test
    void refusesATokenThatNobodySignedOrThatIsSignedWithWhatEverybodyKnows() throws Exception {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER.issuer())
                .subject("mia")
                .expirationTime(Date.from(Instant.now().plusSeconds(60)))
                .build();
        refused(new PlainJWT(claims).serialize());
        SignedJWT confused = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        confused.sign(new MACSigner("a public key taken for a shared secret, 32 bytes"));
        refused(confused.serialize());
        try (Tokens other = Tokens.start()) {
            refused(other.token(forged -> forged.subject("mia").issuer(ISSUER.issuer())));
        }
        String good = ISSUER.person("mia", "operator");
        refused(good.substring(0, good.length() - 4) + "AAAA");
        refused("");
        refused("a.b.c");
    }

    @Test
    void asksForTheAudienceWhereOneIsSet() {
        ReactiveJwtDecoder strict = decoder(ISSUER.jwks(), "holdfast");
        UnaryOperator<JWTClaimsSet.Builder> mia = claims -> claims.subject("mia");
        assertThatThrownBy(() -> decode(strict, ISSUER.token(mia))).isInstanceOf(BadJwtException.class);
        String meant = ISSUER.token(claims -> claims.subject("mia").audience(List.of("other", "holdfast")));
        assertThat(decode(strict, meant).getSubject()).isEqualTo("mia");
    }

    @Test
    void forgedTokensDoNotMakeTheServiceHammerTheIssuer() throws Exception {
        AtomicLong nanos = new AtomicLong();
        try (Tokens issuer = Tokens.start();
                Tokens forger = Tokens.start()) {
            IssuerKeys keys =
                    new IssuerKeys(new SecuritySettings(issuer.issuer(), issuer.jwks(), null, "roles"), nanos::get);
            SignedJWT good = SignedJWT.parse(issuer.person("mia", "operator"));
            SignedJWT forged = SignedJWT.parse(forger.person("mia", "operator"));
            assertThat(keys.apply(good).collectList().block()).hasSize(1);
            for (int i = 0; i < 50; i++) {
                assertThat(keys.apply(forged).collectList().block()).isEmpty();
            }
            assertThat(issuer.asked()).isEqualTo(1);

            issuer.rotate();
            SignedJWT next = SignedJWT.parse(issuer.person("mia", "operator"));
            assertThat(keys.apply(next).collectList().block()).isEmpty();
            nanos.addAndGet(Duration.ofSeconds(6).toNanos());
            assertThat(keys.apply(next).collectList().block()).hasSize(1);
            assertThat(issuer.asked()).isEqualTo(2);
        }
    }

    @Test
    void anIssuerThatDescribesItselfAsAnotherIsNotAsked() {
        try (Tokens issuer = Tokens.start()) {
            String other = issuer.issuer().replace("127.0.0.1", "localhost");
            ReactiveJwtDecoder deceived = TokenDecoder.of(new SecuritySettings(other, null, null, "roles"));
            assertThatThrownBy(() -> decode(
                            deceived,
                            issuer.token(claims -> claims.subject("mia").issuer(other))))
                    .isInstanceOf(AuthenticationServiceException.class);
            assertThat(issuer.asked()).isZero();
        }
    }

    @Test
    void aServiceStartsWithoutItsIssuerAndWaitsForIt() {
        Tokens issuer = Tokens.start();
        String token = issuer.person("mia", "operator");
        issuer.close();
        for (String jwks : new String[] {"holdfast.security.jwks=" + issuer.jwks(), "holdfast.security.jwks="}) {
            try (ConfigurableApplicationContext service = new SpringApplicationBuilder(Desk.class)
                    .web(WebApplicationType.REACTIVE)
                    .properties(
                            "server.port=0",
                            "spring.cloud.function.definition=",
                            "spring.jmx.enabled=false",
                            "holdfast.security.issuer=" + issuer.issuer(),
                            jwks)
                    .run()) {
                WebTestClient client = WebTestClient.bindToServer()
                        .baseUrl("http://127.0.0.1:" + service.getEnvironment().getProperty("local.server.port"))
                        .responseTimeout(Duration.ofSeconds(20))
                        .build();
                me(client, token)
                        .expectStatus()
                        .isEqualTo(503)
                        .expectHeader()
                        .exists("Retry-After")
                        .expectBody()
                        .jsonPath("$.type")
                        .isEqualTo("urn:holdfast:problem:sign-in-unavailable");
                client.get().uri("/a/x").exchange().expectStatus().isOk();
                issuer.reopen();
                me(client, token).expectStatus().isOk();
                issuer.close();
            }
        }
    }

    @Test
    void willNotStartWithoutAnIssuer() {
        assertThatThrownBy(() -> new SecuritySettings(" ", null, null, "roles"))
                .hasMessageContaining("holdfast.security.issuer");
    }

    private static WebTestClient.ResponseSpec me(WebTestClient client, String token) {
        return client.get()
                .uri("/me")
                .header("Authorization", "Bearer " + token)
                .exchange();
    }

    private static String ending(int seconds) {
        Instant end = Instant.now().plusSeconds(seconds);
        return ISSUER.token(claims -> claims.subject("mia")
                .issueTime(Date.from(end.minusSeconds(300)))
                .expirationTime(Date.from(end)));
    }

    private void refused(String token) {
        assertThatThrownBy(() -> decode(decoder, token)).isInstanceOf(BadJwtException.class);
    }

    private static Jwt decode(ReactiveJwtDecoder decoder, String token) {
        return decoder.decode(token).block(Duration.ofSeconds(10));
    }

    private static ReactiveJwtDecoder decoder(@Nullable String jwks, @Nullable String audience) {
        return TokenDecoder.of(new SecuritySettings(ISSUER.issuer(), jwks, audience, "roles"));
    }
}
