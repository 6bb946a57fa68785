package org.holdfast.console.signin;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.client.web.server.ServerAuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Remembers whoever went to the issuer, by a cookie of its own for this one way.
 *
 * <p>The session's cookie is strict, so a browser does not send it on the way back from another site; this one is lax, lives for ten
 * minutes, is used once and opens nothing.
 */
public final class SignInsBegun implements ServerAuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final int MOST = 10_000;
    private static final String COOKIE = "HOLDFAST-BEGUN";
    private static final String TAKEN = SignInsBegun.class.getName();

    private final SecureRandom random = new SecureRandom();
    private final Clock clock;
    private final boolean secure;
    private final Map<String, Begun> begun = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Begun> eldest) {
            return size() > MOST || clock.instant().isAfter(eldest.getValue().until());
        }
    };

    private record Begun(OAuth2AuthorizationRequest request, Instant until) {}

    public SignInsBegun(Clock clock, boolean secure) {
        this.clock = clock;
        this.secure = secure;
    }

    @Override
    public Mono<OAuth2AuthorizationRequest> loadAuthorizationRequest(ServerWebExchange exchange) {
        HttpCookie cookie = exchange.getRequest().getCookies().getFirst(COOKIE);
        String state = exchange.getRequest().getQueryParams().getFirst("state");
        if (cookie == null || state == null) {
            return Mono.empty();
        }
        synchronized (begun) {
            return Mono.justOrEmpty(begun.get(cookie.getValue()))
                    .filter(one -> !clock.instant().isAfter(one.until()))
                    .map(Begun::request)
                    .filter(request -> state.equals(request.getState()));
        }
    }

    @Override
    public Mono<Void> saveAuthorizationRequest(OAuth2AuthorizationRequest request, ServerWebExchange exchange) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        String id = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        synchronized (begun) {
            begun.put(id, new Begun(request, clock.instant().plus(LIFE)));
        }
        exchange.getResponse().addCookie(cookie(id, LIFE));
        return Mono.empty();
    }

    @Override
    public Mono<OAuth2AuthorizationRequest> removeAuthorizationRequest(ServerWebExchange exchange) {
        return loadAuthorizationRequest(exchange).doOnNext(request -> {
            HttpCookie cookie = exchange.getRequest().getCookies().getFirst(COOKIE);
            if (cookie != null) {
                synchronized (begun) {
                    begun.remove(cookie.getValue());
                }
            }
            exchange.getResponse().addCookie(cookie("", Duration.ZERO));
            exchange.getAttributes().put(TAKEN, request);
        });
    }

    /** Where the person wanted to go before signing in. */
    static String wanted(ServerWebExchange exchange) {
        return exchange.getAttribute(TAKEN) instanceof OAuth2AuthorizationRequest request
                ? Places.local(request.getAttribute(Places.WANTED))
                : "/";
    }

    private ResponseCookie cookie(String value, Duration life) {
        return ResponseCookie.from(COOKIE, value)
                .path("/signed-in")
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .maxAge(life)
                .build();
    }
}
