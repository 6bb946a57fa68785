package org.holdfast.console.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.holdfast.console.services.SignInEnded;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** A token that is about to end is renewed before anything is asked with it; one that cannot be ends the sign-in. */
class RenewalTest {

    private static final OAuth2AuthenticationToken OLU = olu();

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final SignInWiring wiring = new SignInWiring();
    private final ServerOAuth2AuthorizedClientRepository kept = wiring.tokensInTheSession();
    private final ServerWebExchange exchange = MockServerWebExchange.from(MockServerHttpRequest.get("/desk"))
            .mutate()
            .principal(Mono.just(OLU))
            .build();
    private HttpServer server;
    private Issuer issuer;
    private int status = 200;
    private String answer =
            "{\"access_token\":\"new\",\"refresh_token\":\"next\",\"token_type\":\"Bearer\",\"expires_in\":300}";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        String at = "http://127.0.0.1:" + server.getAddress().getPort();
        server.createContext("/.well-known/openid-configuration", one -> write(one, 200, """
                {"issuer":"%1$s","authorization_endpoint":"%1$s/a","token_endpoint":"%1$s/token","jwks_uri":"%1$s/keys"}
                """.formatted(at)));
        server.createContext("/token", one -> {
            asked.add(new String(one.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            write(one, status, answer);
        });
        server.start();
        issuer = new Issuer(WebClient.create(), at, new Issuer.Client("console", "secret", at + "/signed-in"));
    }

    @AfterEach
    void end() {
        server.stop(0);
    }

    @Test
    void aTokenThatIsOverIsRenewedOnce() {
        signedIn(Instant.now().minusSeconds(1));
        assertThat(token()).isEqualTo("new");
        assertThat(token()).isEqualTo("new");
        assertThat(asked).singleElement().asString().contains("grant_type=refresh_token", "refresh_token=first");
    }

    @Test
    void aTokenThatIsGoodIsUsedAsItIs() {
        signedIn(Instant.now().plus(Duration.ofMinutes(10)));
        assertThat(token()).isEqualTo("old");
        assertThat(asked).isEmpty();
    }

    @Test
    void aRefusedRenewalEndsTheSignIn() {
        signedIn(Instant.now().minusSeconds(1));
        status = 400;
        answer = "{\"error\":\"invalid_grant\"}";
        assertThatThrownBy(this::token).isInstanceOf(SignInEnded.class);
    }

    @Test
    void anIssuerThatIsAwayEndsNoSignIn() {
        signedIn(Instant.now().minusSeconds(1));
        server.stop(0);
        assertThatThrownBy(this::token)
                .isInstanceOfSatisfying(
                        ResponseStatusException.class,
                        away -> assertThat(away.getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE));
    }

    private String token() {
        return new Callers(wiring.tokens(issuer, kept)).of(exchange).block().token();
    }

    private void signedIn(Instant until) {
        Instant since = until.minus(Duration.ofMinutes(30));
        OAuth2AuthorizedClient client = new OAuth2AuthorizedClient(
                issuer.findByRegistrationId(Issuer.REGISTRATION).block(),
                OLU.getName(),
                new OAuth2AccessToken(OAuth2AccessToken.TokenType.BEARER, "old", since, until),
                new OAuth2RefreshToken("first", since));
        kept.saveAuthorizedClient(client, OLU, exchange).block();
    }

    private static OAuth2AuthenticationToken olu() {
        var roles = AuthorityUtils.createAuthorityList("ROLE_operator");
        OidcIdToken token = OidcIdToken.withTokenValue("id").subject("olu").build();
        return new OAuth2AuthenticationToken(new DefaultOidcUser(roles, token), roles, Issuer.REGISTRATION);
    }

    private static void write(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
