package org.holdfast.identity.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.holdfast.identity.domain.SignInThrottle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Tries are counted as the framework reads an address, also if an encoded one were let through. */
class TriesBySpellingTest {

    private static final FilterChain WRONG = (request, response) -> ((HttpServletResponse) response).setStatus(401);

    private final Clock clock = Clock.fixed(Instant.parse("2026-11-23T02:00:00Z"), ZoneOffset.UTC);

    @ParameterizedTest
    @ValueSource(strings = {"/sign-in", "/sign%2Din", "/sign%2din", "/%73ign-in", "/sign-i%6E", "/sign-in;x=1"})
    void countsPasswordsHoweverTheAddressIsWritten(String spelling) throws Exception {
        SignInTries tries = new SignInTries(new SignInThrottle(), clock);
        assertThat(statusOfLast(4, tries, spelling, "")).isEqualTo(429);
        assertThat(statusOfLast(1, tries, "/sign-in", "")).isEqualTo(429);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/oauth2/token", "/oauth2/tok%65n", "/oauth2/toke%6E", "/oauth2/token;x=1", "/oauth2/introspect"
            })
    void countsSecretsHoweverTheAddressIsWritten(String spelling) throws Exception {
        ClientTries tries = new ClientTries(clock);
        assertThat(statusOfLast(21, tries, spelling, "")).isEqualTo(429);
        assertThat(statusOfLast(1, tries, "/oauth2/token", "")).isEqualTo(429);
    }

    @Test
    void countsUnderAPrefixThatAProxyTells() throws Exception {
        assertThat(statusOfLast(4, new SignInTries(new SignInThrottle(), clock), "/login/sign-in", "/login"))
                .isEqualTo(429);
        assertThat(statusOfLast(21, new ClientTries(clock), "/login/oauth2/token", "/login"))
                .isEqualTo(429);
    }

    @Test
    void countsNoOtherPage() throws Exception {
        assertThat(statusOfLast(30, new SignInTries(new SignInThrottle(), clock), "/logout", ""))
                .isEqualTo(401);
    }

    private static int statusOfLast(int times, Filter filter, String address, String prefix) throws Exception {
        int last = 0;
        for (int i = 0; i < times; i++) {
            MockHttpServletRequest request = new MockHttpServletRequest("POST", address);
            request.setContextPath(prefix);
            request.setParameter("person", "ana");
            MockHttpServletResponse response = new MockHttpServletResponse();
            filter.doFilter(request, response, WRONG);
            last = response.getStatus();
        }
        return last;
    }
}
