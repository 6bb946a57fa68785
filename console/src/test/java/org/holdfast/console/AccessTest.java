package org.holdfast.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.reactive.server.SecurityMockServerConfigurers.csrf;
import static org.springframework.security.test.web.reactive.server.SecurityMockServerConfigurers.mockOidcLogin;
import static org.springframework.security.test.web.reactive.server.SecurityMockServerConfigurers.springSecurity;

import java.util.List;
import java.util.Map;
import org.holdfast.console.signin.Allowed;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Nobody opens a page that is not theirs, nothing is taken from a foreign form, and every answer carries its headers. */
class AccessTest {

    private static final List<String> ROLES =
            List.of("operator", "counselor", "supervisor", "admin", "partner", "nobody");
    private static ConfigurableApplicationContext context;
    private static WebTestClient browser;

    @BeforeAll
    static void start() {
        context = new SpringApplicationBuilder(ConsoleApplication.class)
                .web(WebApplicationType.REACTIVE)
                .properties(Map.of("spring.config.name", "console"))
                .run(
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        "--holdfast.security.issuer=http://127.0.0.1:1",
                        "--holdfast.console.services.intake=http://127.0.0.1:1",
                        "--holdfast.console.services.triage=http://127.0.0.1:1",
                        "--holdfast.console.services.referral=http://127.0.0.1:1",
                        "--holdfast.console.services.notification=http://127.0.0.1:1");
        browser = WebTestClient.bindToApplicationContext(context)
                .apply(springSecurity())
                .configureClient()
                .build();
    }

    @AfterAll
    static void end() {
        context.close();
    }

    @Test
    void whoeverHasNotTheRoleIsTurnedAwayFromEveryPage() {
        int tried = 0;
        for (Allowed.Row row : context.getBean(Allowed.class).rows()) {
            for (String role : ROLES) {
                if (!row.roles().isEmpty() && !row.roles().contains(role)) {
                    as(role).method(row.method())
                            .uri(row.path(), "x", "x")
                            .exchange()
                            .expectStatus()
                            .isForbidden();
                    tried++;
                }
            }
        }
        assertThat(tried).isGreaterThan(50);
    }

    @Test
    void anIssuerThatIsAwayIsSaidInWords() {
        browser.get()
                .uri("/sign-in")
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectStatus()
                .isEqualTo(503)
                .expectBody(String.class)
                .value(page -> assertThat(page)
                        .contains("Signing in does not answer just now", "href=\"/\"")
                        .doesNotContain("Whitelabel"));
    }

    @Test
    void whatIsInNoTableIsDenied() {
        as("admin").get().uri("/actuator/env").exchange().expectStatus().isForbidden();
        as("operator").delete().uri("/desk").exchange().expectStatus().isForbidden();
    }

    @Test
    void aFormThatIsNotOursIsTurnedAway() {
        for (Allowed.Row row : context.getBean(Allowed.class).rows()) {
            if (row.method() == HttpMethod.POST && !row.path().startsWith("/a/")) {
                browser.mutateWith(mockOidcLogin().authorities(new SimpleGrantedAuthority("ROLE_operator")))
                        .post()
                        .uri(row.path(), "x", "x")
                        .exchange()
                        .expectStatus()
                        .isForbidden();
            }
        }
    }

    @Test
    void whoeverIsNotSignedInIsSentToTheSignInAndNowhereElse() {
        browser.get()
                .uri("/desk")
                .exchange()
                .expectStatus()
                .isFound()
                .expectHeader()
                .valueEquals("Location", "/sign-in?to=/desk");
    }

    @Test
    void aPageWhoseSignInEndedIsToldSoAndNotSentAway() {
        browser.mutateWith(csrf())
                .post()
                .uri("/contacts/x/notes")
                .header("X-Save", "1")
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void everyAnswerCarriesItsHeaders() {
        browser.get()
                .uri("/console.css")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .value(
                        "Content-Security-Policy",
                        policy -> assertThat(policy)
                                .contains(
                                        "default-src 'none'",
                                        "script-src 'self'",
                                        "frame-ancestors 'none'",
                                        "base-uri 'none'")
                                .doesNotContain("unsafe"))
                .expectHeader()
                .valueEquals("X-Content-Type-Options", "nosniff")
                .expectHeader()
                .valueEquals("Referrer-Policy", "no-referrer")
                .expectHeader()
                .value("Cache-Control", cache -> assertThat(cache).contains("no-store"));
    }

    private static WebTestClient as(String role) {
        return browser.mutateWith(csrf())
                .mutateWith(mockOidcLogin().authorities(new SimpleGrantedAuthority("ROLE_" + role)));
    }
}
