package org.holdfast.chassis.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import reactor.core.publisher.Mono;

/** What is remembered of a token is its signature and nothing else. */
class SignatureOnceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final AtomicInteger checked = new AtomicInteger();
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicLong nanos = new AtomicLong();
    private final SignatureOnce decoder = new SignatureOnce(
            token -> {
                checked.incrementAndGet();
                return token.startsWith("good") ? Mono.just(jwt(token)) : Mono.error(new BadJwtException("forged"));
            },
            jwt -> over.get()
                    ? OAuth2TokenValidatorResult.failure(new OAuth2Error("over"))
                    : OAuth2TokenValidatorResult.success(),
            nanos::get);

    @Test
    void checksASignatureOnceAMinute() {
        decoder.decode("good").block(PATIENCE);
        decoder.decode("good").block(PATIENCE);
        assertThat(checked.get()).isEqualTo(1);
        decoder.decode("good other").block(PATIENCE);
        assertThat(checked.get()).isEqualTo(2);

        nanos.addAndGet(Duration.ofSeconds(61).toNanos());
        assertThat(decoder.decode("good").block(PATIENCE).getTokenValue()).isEqualTo("good");
        assertThat(checked.get()).isEqualTo(3);
    }

    @Test
    void aTokenThatIsOverIsRefusedAlsoWhileItsSignatureIsRemembered() {
        decoder.decode("good").block(PATIENCE);
        over.set(true);
        assertThatThrownBy(() -> decoder.decode("good").block(PATIENCE)).isInstanceOf(JwtValidationException.class);
        assertThat(checked.get()).isEqualTo(1);
    }

    @Test
    void aForgedTokenIsCheckedEachTime() {
        for (int i = 1; i <= 3; i++) {
            assertThatThrownBy(() -> decoder.decode("forged").block(PATIENCE)).isInstanceOf(BadJwtException.class);
            assertThat(checked.get()).isEqualTo(i);
        }
    }

    private static Jwt jwt(String token) {
        return Jwt.withTokenValue(token)
                .header("alg", "RS256")
                .subject("mia")
                .issuedAt(Instant.EPOCH)
                .build();
    }
}
