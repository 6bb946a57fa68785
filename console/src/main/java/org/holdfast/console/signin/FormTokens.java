package org.holdfast.console.signin;

import org.springframework.security.web.server.csrf.CookieServerCsrfTokenRepository;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.security.web.server.csrf.CsrfWebFilter;
import org.springframework.security.web.server.csrf.ServerCsrfTokenRepository;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher.MatchResult;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * The token by which a form shows that it came from a page of ours.
 *
 * <p>It lives in a cookie of its own and not in the session, so that a page that was open when the sign-in ended can still send what was
 * typed after the next one.
 */
public final class FormTokens {

    private FormTokens() {}

    static ServerCsrfTokenRepository repository(boolean secure) {
        CookieServerCsrfTokenRepository repository = new CookieServerCsrfTokenRepository();
        repository.setCookieName(secure ? "__Host-HOLDFAST-FORM" : "HOLDFAST-FORM");
        repository.setCookiePath("/");
        repository.setCookieCustomizer(
                cookie -> cookie.httpOnly(true).secure(secure).sameSite("Strict"));
        return repository;
    }

    /** Everything that changes something needs it, but the page of a link: there the two digits show who sends. */
    static Mono<MatchResult> required(ServerWebExchange exchange) {
        return exchange.getRequest().getPath().value().startsWith("/a/")
                ? MatchResult.notMatch()
                : CsrfWebFilter.DEFAULT_CSRF_MATCHER.matches(exchange);
    }

    /** The token for the forms of the page that is being made. */
    public static Mono<String> of(ServerWebExchange exchange) {
        Mono<CsrfToken> token = exchange.getAttributeOrDefault(CsrfToken.class.getName(), Mono.empty());
        return token.map(CsrfToken::getToken).defaultIfEmpty("");
    }
}
