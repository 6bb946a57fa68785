package org.holdfast.chassis.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.FluxExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Tries every declared route of a service without a token and with every role and scope that must not do. */
public abstract class RouteAccessContract {

    /** Every route, from the service's {@link Routes} beans. */
    protected abstract List<Routes.Route> table();

    /** A client bound to the running service. */
    protected abstract WebTestClient client();

    /** The issuer that the service believes. */
    protected Tokens tokens() {
        return Tokens.shared();
    }

    /** The roles that are tried; all that any route names, and one that none does. */
    protected Set<String> roles() {
        Set<String> roles =
                new TreeSet<>(Set.of("stranger", "operator", "counselor", "supervisor", "admin", "partner"));
        table().forEach(route -> roles.addAll(route.permission().roles()));
        return roles;
    }

    /** The scopes that are tried; all that any route names, and one that none does. */
    protected Set<String> scopes() {
        Set<String> scopes = new TreeSet<>(
                Set.of("openid", "contacts.bulk", "referrals.respond", "disclosures.ask", "metrics.read"));
        table().forEach(route -> scopes.addAll(route.permission().scopes()));
        return scopes;
    }

    @TestFactory
    Stream<DynamicTest> nobodyPassesWithoutPermission() {
        List<DynamicTest> tries = new ArrayList<>();
        String forged = forged();
        for (Routes.Route route : table()) {
            Permission permission = route.permission();
            if (permission.kind() == Permission.Kind.OPEN) {
                continue;
            }
            tries.add(attempt(route, "no token", null, 401));
            tries.add(attempt(route, "a forged token", forged, 401));
            if (permission.kind() == Permission.Kind.SIGNED_IN) {
                continue;
            }
            for (String role : roles()) {
                if (!permission.roles().contains(role)) {
                    tries.add(attempt(route, "role " + role, tokens().person("someone", role), 403));
                }
            }
            for (String scope : scopes()) {
                if (!permission.scopes().contains(scope)) {
                    tries.add(attempt(route, "scope " + scope, tokens().client("agency", scope), 403));
                }
            }
        }
        assertThat(tries).as("a service without a guarded route").isNotEmpty();
        return tries.stream();
    }

    @TestFactory
    Stream<DynamicTest> whoeverHasThePermissionIsNotTurnedAwayAtTheDoor() {
        return table().stream()
                .filter(route -> route.permission().kind() == Permission.Kind.GRANTED)
                .flatMap(route -> Stream.concat(
                        route.permission().roles().stream()
                                .map(role -> passes(route, "role " + role, tokens().person("someone", role))),
                        route.permission().scopes().stream()
                                .map(scope -> passes(route, "scope " + scope, tokens().client("agency", scope)))));
    }

    @Test
    void anUndeclaredRouteIsDeniedEvenToThoseWhoHaveEverything() {
        String all = tokens().token(claims ->
                claims.subject("someone").claim("roles", List.copyOf(roles())).claim("scope", List.copyOf(scopes())));
        assertThat(status(HttpMethod.GET, "/no/such/route/anywhere", all)
                        .getStatus()
                        .value())
                .isEqualTo(403);
        assertThat(status(HttpMethod.POST, "/no/such/route/anywhere", null)
                        .getStatus()
                        .value())
                .isEqualTo(401);
    }

    private DynamicTest attempt(Routes.Route route, String who, @Nullable String token, int wanted) {
        return DynamicTest.dynamicTest(route.method() + " " + route.path() + " with " + who + " is " + wanted, () -> {
            FluxExchangeResult<byte[]> result = status(route.method(), concrete(route), token);
            assertThat(result.getStatus().value()).isEqualTo(wanted);
            assertThat(body(result)).contains("urn:holdfast:problem:");
        });
    }

    private DynamicTest passes(Routes.Route route, String who, String token) {
        return DynamicTest.dynamicTest(route.method() + " " + route.path() + " lets " + who + " in", () -> {
            FluxExchangeResult<byte[]> result = status(route.method(), concrete(route), token);
            assertThat(result.getStatus().value()).isNotEqualTo(401);
            assertThat(body(result)).doesNotContain("urn:holdfast:problem:not-permitted");
        });
    }

    private FluxExchangeResult<byte[]> status(HttpMethod method, String path, @Nullable String token) {
        return client().method(method)
                .uri(path)
                .headers(headers -> {
                    if (token != null) {
                        headers.set(HttpHeaders.AUTHORIZATION, "Bearer " + token);
                    }
                })
                .exchange()
                .returnResult(byte[].class);
    }

    private String forged() {
        try (Tokens other = Tokens.start()) {
            return other.token(claims -> claims.issuer(tokens().issuer())
                    .subject("someone")
                    .claim("roles", List.copyOf(roles()))
                    .claim("scope", List.copyOf(scopes())));
        }
    }

    /** The text of a problem document; anything else, such as an event stream without an end, is let go. */
    private static String body(FluxExchangeResult<byte[]> result) {
        if (!String.valueOf(result.getResponseHeaders().getContentType()).startsWith("application/problem+json")) {
            result.getResponseBody().subscribe().dispose();
            return "";
        }
        List<byte[]> parts = result.getResponseBody().collectList().block(Duration.ofSeconds(10));
        return parts.stream()
                .map(part -> new String(part, StandardCharsets.UTF_8))
                .collect(Collectors.joining());
    }

    private static String concrete(Routes.Route route) {
        return route.path().replaceAll("\\{\\*?[^}]+}", "01hnobody").replace("/**", "/x");
    }
}
