package org.holdfast.identity.http;

import static org.springframework.web.servlet.function.ServerResponse.ok;
import static org.springframework.web.servlet.function.ServerResponse.status;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** The few addresses that are not the protocol's own: the sign-in page, where one ends up, and health. */
public final class SignInRoutes {

    private SignInRoutes() {}

    /**
     * @param storeProblem says what is wrong with the store, or nothing
     */
    public static RouterFunction<ServerResponse> routes(Supplier<@Nullable String> storeProblem) {
        return RouterFunctions.route()
                .GET("/sign-in", SignInRoutes::signIn)
                .GET(
                        "/",
                        request -> html(
                                HttpStatus.OK,
                                SignInPage.signedIn(request.principal()
                                        .map(java.security.Principal::getName)
                                        .orElse("nobody"))))
                .GET("/health", request -> health(storeProblem.get()))
                .build();
    }

    private static ServerResponse signIn(ServerRequest request) {
        CsrfToken csrf = (CsrfToken) request.servletRequest().getAttribute(CsrfToken.class.getName());
        String wrong = request.param("wrong").isPresent() ? "The name or the password is not right." : null;
        if (request.param("unavailable").isPresent()) {
            wrong = "Signing in is not possible at the moment. Please try again in a minute.";
        }
        return html(HttpStatus.OK, SignInPage.form(csrf.getParameterName(), csrf.getToken(), wrong));
    }

    private static ServerResponse html(HttpStatus status, String page) {
        return status(status).contentType(MediaType.TEXT_HTML).body(page);
    }

    private static ServerResponse health(@Nullable String storeProblem) {
        Map<String, Object> store = new LinkedHashMap<>();
        store.put("status", storeProblem == null ? "UP" : "DOWN");
        if (storeProblem != null) {
            store.put("details", Map.of("problem", storeProblem));
        }
        Map<String, Object> health = new LinkedHashMap<>();
        health.put("status", store.get("status"));
        health.put("components", Map.of("mongodb", store));
        return (storeProblem == null ? ok() : status(HttpStatus.SERVICE_UNAVAILABLE))
                .contentType(MediaType.APPLICATION_JSON)
                .body(health);
    }
}
