package org.holdfast.chassis.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.holdfast.chassis.http.Desk;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.server.ServerResponse;

/** The access rules, tried on a small service. */
@SpringBootTest(
        classes = Desk.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"spring.main.web-application-type=reactive", "spring.cloud.function.definition="})
class DeskAccessTest extends RouteAccessContract {

    @Value("${local.server.port}")
    private int port;

    @Autowired
    private List<Routes> routes;

    @DynamicPropertySource
    static void issuer(DynamicPropertyRegistry settings) {
        settings.add("holdfast.security.issuer", () -> Tokens.shared().issuer());
        settings.add("holdfast.security.jwks", () -> Tokens.shared().jwks());
    }

    @Override
    protected List<Routes.Route> table() {
        return Routes.merged(routes).table();
    }

    @Override
    protected WebTestClient client() {
        return WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .responseTimeout(Duration.ofSeconds(20))
                .build();
    }

    @Test
    void anOpenRouteNeedsNoTokenButATokenThatIsWrongIsRefused() {
        client().get().uri("/a/secret").exchange().expectStatus().isOk();
        client().get()
                .uri("/a/secret")
                .header("Authorization", "Bearer nonsense")
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .valueEquals("WWW-Authenticate", "Bearer error=\"invalid_token\"");
        client().post().uri("/a/secret").exchange().expectStatus().isUnauthorized();
    }

    @Test
    void whoAsksWithoutATokenIsToldToBringOne() {
        client().get()
                .uri("/me")
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .valueEquals("WWW-Authenticate", "Bearer");
    }

    @Test
    void aTokenInTheQueryIsNoToken() {
        client().get()
                .uri("/me?access_token=" + tokens().person("mia", "operator"))
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void theActorIsWhoTheTokenSays() {
        assertThat(me(tokens().person("mia", "operator", "supervisor")))
                .containsEntry("id", "mia")
                .containsEntry("client", "console")
                .containsEntry("issuer", tokens().issuer())
                .hasEntrySatisfying(
                        "roles",
                        roles -> assertThat(List.copyOf((List<Object>) roles))
                                .containsExactlyInAnyOrder("operator", "supervisor"));
        assertThat(me(tokens().client("shelter", "referrals.respond")))
                .containsEntry("id", "shelter")
                .containsEntry("client", "shelter")
                .containsEntry("scopes", List.of("referrals.respond"));
        assertThat(me(tokens().token(claims ->
                        claims.subject("x").claim("scp", List.of("a", "b")).claim("azp", "y"))))
                .containsEntry("client", "y");
    }

    @Test
    void aScopeNamedLikeARoleIsNoRole() {
        String sly = tokens().token(claims ->
                claims.subject("sly").claim("scope", "operator ROLE_operator").claim("roles", "x"));
        client().get()
                .uri("/contacts")
                .header("Authorization", "Bearer " + sly)
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void answersCarryTheHeadersThatKeepABrowserFromHarm() {
        client().get()
                .uri("/a/x")
                .exchange()
                .expectHeader()
                .valueEquals("X-Content-Type-Options", "nosniff")
                .expectHeader()
                .valueEquals("X-Frame-Options", "DENY")
                .expectHeader()
                .valueEquals("Referrer-Policy", "no-referrer")
                .expectHeader()
                .valueMatches("Content-Security-Policy", "default-src 'none'.*")
                .expectHeader()
                .valueMatches("Cache-Control", ".*no-store.*")
                .expectHeader()
                .doesNotExist("Set-Cookie");
    }

    @Test
    void aRouteIsDeclaredOnce() {
        Permission desk = Permission.role("operator");
        Routes.Builder routes =
                Routes.routes().get("/x", desk, request -> ServerResponse.ok().build());
        assertThatThrownBy(() ->
                        routes.get("/x", desk, request -> ServerResponse.ok().build()))
                .hasMessageContaining("declared twice");
        assertThatThrownBy(() -> Routes.merged(List.of(routes.build(), routes.build())))
                .hasMessageContaining("declared twice");
        assertThatThrownBy(Permission::role).isInstanceOf(IllegalArgumentException.class);
        assertThat(routes.build().table().getFirst()).hasToString("GET /x (role operator)");
        assertThat(Routes.routes().openElsewhere("/health").build().table())
                .containsExactly(new Routes.Route(HttpMethod.GET, "/health", Permission.open()));
    }

    private Map<String, Object> me(String token) {
        return client().get()
                .uri("/me")
                .header("Authorization", "Bearer " + token)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(new org.springframework.core.ParameterizedTypeReference<Map<String, Object>>() {})
                .returnResult()
                .getResponseBody();
    }
}
