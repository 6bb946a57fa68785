package org.holdfast.identity.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.holdfast.identity.domain.Person;
import org.holdfast.identity.domain.SignInThrottle;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Stands before the check of a password: who has tried too often is told how long to wait, and the password is not looked at. */
public final class SignInTries extends OncePerRequestFilter {

    /** Reads an address as the framework's own check of passwords does: decoded, and without a proxy's prefix. */
    private static final RequestMatcher PASSWORD = PathPatternRequestMatcher.pathPattern(HttpMethod.POST, "/sign-in");

    private final SignInThrottle throttle;
    private final Clock clock;

    public SignInTries(SignInThrottle throttle, Clock clock) {
        this.throttle = throttle;
        this.clock = clock;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !PASSWORD.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Duration wait = throttle.attempt(person(request), request.getRemoteAddr(), clock.instant());
        if (wait.isZero()) {
            chain.doFilter(request, response);
            return;
        }
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(
                HttpHeaders.RETRY_AFTER, Long.toString(wait.plusMillis(999).toSeconds()));
        response.setContentType(MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(SignInPage.tooManyTries(wait));
    }

    private static String person(HttpServletRequest request) {
        String typed = request.getParameter("person");
        return Person.idOf(typed == null ? "" : typed);
    }

    /** Forgets the tries of who got in, and sends them on to what they had asked for. */
    SavedRequestAwareAuthenticationSuccessHandler onSuccess() {
        return new SavedRequestAwareAuthenticationSuccessHandler() {
            @Override
            public void onAuthenticationSuccess(
                    HttpServletRequest request, HttpServletResponse response, Authentication authentication)
                    throws ServletException, IOException {
                throttle.succeeded(person(request), request.getRemoteAddr(), clock.instant());
                super.onAuthenticationSuccess(request, response, authentication);
            }
        };
    }

    /** Back to the form; a store that is down is not told as a wrong password. */
    AuthenticationFailureHandler onFailure() {
        return (HttpServletRequest request, HttpServletResponse response, AuthenticationException wrong) ->
                response.sendRedirect(
                        wrong instanceof InternalAuthenticationServiceException
                                ? "/sign-in?unavailable"
                                : "/sign-in?wrong");
    }
}
