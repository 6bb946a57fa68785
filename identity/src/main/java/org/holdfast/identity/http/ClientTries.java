package org.holdfast.identity.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.holdfast.identity.domain.Tries;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Slows down the guessing of client secrets, by address; right ones cost nothing.
 *
 * <p>A secret is looked at on several addresses of the protocol, and each only where a form is sent: every such request is held back, however
 * its address is written.
 */
public final class ClientTries extends OncePerRequestFilter {

    private final Tries tries = new Tries(20, Duration.ofMinutes(15));
    private final Clock clock;

    public ClientTries(Clock clock) {
        this.clock = clock;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !HttpMethod.POST.matches(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String address = request.getRemoteAddr();
        Duration wait = tries.wait(address, clock.instant());
        if (!wait.isZero()) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            response.setHeader(
                    HttpHeaders.RETRY_AFTER, Long.toString(wait.plusMillis(999).toSeconds()));
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            response.getWriter()
                    .write(
                            "{\"error\":\"invalid_client\",\"error_description\":\"too many wrong secrets from this address; wait "
                                    + SignInPage.inWords(wait) + "\"}");
            return;
        }
        chain.doFilter(request, response);
        if (response.getStatus() == HttpStatus.UNAUTHORIZED.value()) {
            tries.count(address, clock.instant());
        }
    }
}
