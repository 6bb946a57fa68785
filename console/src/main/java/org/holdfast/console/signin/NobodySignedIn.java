package org.holdfast.console.signin;

import java.net.URI;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Sends a page's reader to the sign-in; whatever was sent by a page gets a plain 401, so that the page keeps what was typed. */
public final class NobodySignedIn implements ServerAuthenticationEntryPoint {

    @Override
    public Mono<Void> commence(ServerWebExchange exchange, AuthenticationException nobody) {
        return answer(exchange);
    }

    /** The answer to whoever is not, or no longer, signed in. */
    public static Mono<Void> answer(ServerWebExchange exchange) {
        var request = exchange.getRequest();
        boolean byScript = request.getHeaders().containsHeader("HX-Request")
                || request.getHeaders().containsHeader("X-Save")
                || request.getHeaders().getAccept().stream()
                        .anyMatch(type -> type.getSubtype().equals("event-stream"));
        if (request.getMethod() == HttpMethod.GET && !byScript) {
            exchange.getResponse().setStatusCode(HttpStatus.FOUND);
            exchange.getResponse()
                    .getHeaders()
                    .setLocation(URI.create(
                            "/sign-in?to=" + Places.local(request.getPath().value())));
            return exchange.getResponse().setComplete();
        }
        return ShortPages.notSaved(exchange);
    }
}
