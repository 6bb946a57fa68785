package org.holdfast.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The issuer from outside: how people and programs come by tokens, and how they do not. */
class IdentityTest {

    private static final String VERIFIER = "a-verifier-that-is-long-enough-for-the-rules-of-pkce-0123456789";

    @TempDir
    static Path directory;

    private static MongoServer mongo;
    private static Issuer issuer;

    @BeforeAll
    static void start() {
        mongo = new MongoServer(new MemoryBackend());
        mongo.bind();
        issuer = Issuer.start(uri(), directory.resolve("secrets"), "--holdfast.demo=true");
    }

    @AfterAll
    static void stop() {
        issuer.close();
        mongo.shutdownNow();
    }

    @Test
    void aPersonSignsInWithCodeAndProofKey() throws Exception {
        try (Issuer fresh = demoIssuer("code")) {
            String code = code(fresh, "Ana ");
            HttpResponse<String> tokens = redeem(fresh, code, VERIFIER);
            assertThat(tokens.statusCode()).as(tokens.body()).isEqualTo(200);

            Map<String, Object> access = fresh.claims(Issuer.field(tokens.body(), "access_token"));
            assertThat(access)
                    .containsEntry("sub", "ana")
                    .containsEntry("roles", List.of("counselor"))
                    .containsEntry("client_id", "holdfast-demo")
                    .containsEntry("iss", fresh.address);
            Map<String, Object> id = fresh.claims(Issuer.field(tokens.body(), "id_token"));
            assertThat(id).containsEntry("roles", List.of("counselor")).containsEntry("name", "Ana (counselor)");
            assertThat(redeem(fresh, code, VERIFIER).statusCode())
                    .as("a code is good once")
                    .isEqualTo(400);
        }
    }

    @Test
    void aPersonOfAPartnerAgencySignsInWithThatRoleAndNoWordOfWhichAgency() throws Exception {
        try (Issuer fresh = demoIssuer("partner")) {
            HttpResponse<String> tokens = redeem(fresh, code(fresh, "hal"), VERIFIER);
            assertThat(tokens.statusCode()).as(tokens.body()).isEqualTo(200);

            assertThat(fresh.claims(Issuer.field(tokens.body(), "access_token")))
                    .containsEntry("sub", "hal")
                    .containsEntry("roles", List.of("partner"))
                    .doesNotContainKeys("partner", "agency");
        }
    }

    @Test
    void aCodeIsWorthNothingWithoutItsProofKey() throws Exception {
        try (Issuer fresh = demoIssuer("proof")) {
            String code = code(fresh, "ben");
            HttpResponse<String> refused = redeem(fresh, code, VERIFIER.replace('a', 'b'));
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.body()).contains("invalid_grant").doesNotContain("access_token");
        }
    }

    @Test
    void sendsNobodyToAnAddressThatIsNotRegistered() throws Exception {
        HttpResponse<String> refused =
                issuer.get(authorize("holdfast-demo", "http://127.0.0.1.evil.example/signed-in"), "text/html");
        assertThat(refused.statusCode()).isEqualTo(400);
    }

    @Test
    void anAgencySpeaksForItselfWithinItsScope() throws Exception {
        HttpResponse<String> token = issuer.tokenFor("agency-harbor", Demo.SECRET, "referrals.respond");
        assertThat(token.statusCode()).as(token.body()).isEqualTo(200);
        Map<String, Object> claims = issuer.claims(Issuer.field(token.body(), "access_token"));
        assertThat(claims)
                .containsEntry("sub", "agency-harbor")
                .containsEntry("client_id", "agency-harbor")
                .containsEntry("scope", List.of("referrals.respond"))
                .containsEntry("roles", List.of());
        assertThat(issuer.tokenFor("agency-harbor", Demo.SECRET, "disclosures.ask")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void theImporterHasNoRoleButItsScope() throws Exception {
        HttpResponse<String> token = issuer.tokenFor("bulk-importer", Demo.SECRET, "contacts.bulk");
        assertThat(issuer.claims(Issuer.field(token.body(), "access_token")))
                .containsEntry("roles", List.of())
                .containsEntry("scope", List.of("contacts.bulk"));
    }

    @Test
    void aClientThatWorksAtTheDeskCarriesItsRole() throws Exception {
        HttpResponse<String> token = issuer.tokenFor("desk-script", Demo.SECRET, "");
        assertThat(issuer.claims(Issuer.field(token.body(), "access_token")))
                .containsEntry("roles", List.of("operator"));
    }

    @Test
    void aWrongSecretGetsNothing() throws Exception {
        HttpResponse<String> refused = issuer.tokenFor("agency-harbor", "guess", "referrals.respond");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body()).contains("invalid_client");
        assertThat(issuer.tokenFor("nobody", Demo.SECRET, "referrals.respond").statusCode())
                .isEqualTo(401);
    }

    @Test
    void guessingSecretsGetsSlower() throws Exception {
        try (Issuer fresh = demoIssuer("guess")) {
            HttpResponse<String> answer = fresh.tokenFor("agency-harbor", "guess", "referrals.respond");
            for (int i = 0; i < 25 && answer.statusCode() != 429; i++) {
                answer = fresh.tokenFor("agency-harbor", "guess" + i, "referrals.respond");
            }
            assertThat(answer.statusCode()).isEqualTo(429);
            assertThat(answer.headers().firstValueAsLong("Retry-After").orElse(0))
                    .isPositive();
        }
    }

    @Test
    void tooManyWrongPasswordsHaveToWait() throws Exception {
        try (Issuer fresh = demoIssuer("wait")) {
            for (int i = 0; i < 3; i++) {
                HttpResponse<String> wrong = fresh.signIn("ana", "guess" + i);
                assertThat(wrong.statusCode()).isEqualTo(302);
                assertThat(wrong.headers().firstValue("Location"))
                        .hasValueSatisfying(to -> assertThat(to).endsWith("/sign-in?wrong"));
            }
            HttpResponse<String> refused = fresh.signIn("ANA", Demo.SECRET);
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValueAsLong("Retry-After").orElse(0))
                    .isPositive();
            assertThat(refused.body()).contains("Please wait 1 second").contains("role=\"alert\"");
            assertThat(fresh.signIn("ben", Demo.SECRET).statusCode())
                    .as("others are not held up")
                    .isEqualTo(302);
        }
    }

    @Test
    void aTokenStaysValidOverARestart() throws Exception {
        Path secrets = directory.resolve("restart");
        String token;
        try (Issuer before =
                Issuer.start(uri(), secrets, "--holdfast.demo=true", "--holdfast.mongodb.database=restart")) {
            token = Issuer.field(
                    before.tokenFor("agency-harbor", Demo.SECRET, "referrals.respond")
                            .body(),
                    "access_token");
        }
        try (Issuer after = Issuer.start(uri(), secrets)) {
            assertThat(after.claims(token)).containsEntry("sub", "agency-harbor");
        }
        try (Issuer other = Issuer.start(uri(), directory.resolve("others"))) {
            assertThatThrownBy(() -> other.claims(token)).hasMessageContaining("not signed by this issuer");
        }
    }

    @Test
    void theFormCanBeUsedWithoutSightAndMouse() throws Exception {
        String page = issuer.get("/sign-in?wrong", "text/html").body();
        assertThat(page)
                .contains(
                        "<html lang=\"en\">",
                        "<label for=\"person\">",
                        "<label for=\"password\">",
                        "role=\"alert\"",
                        "aria-describedby")
                .contains("autocomplete=\"current-password\"")
                .doesNotContain("<script");
        HttpResponse<String> answer = issuer.get("/sign-in", "text/html");
        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).startsWith("default-src 'none'"));
        assertThat(issuer.get("/sign-in.css", "text/css").statusCode()).isEqualTo(200);
    }

    @Test
    void describesItselfAsAnOpenIdProvider() throws Exception {
        String described = issuer.get("/.well-known/openid-configuration", "application/json")
                .body();
        assertThat(described).contains("\"issuer\":\"" + issuer.address + "\"", "/oauth2/authorize", "/oauth2/jwks");
        assertThat(issuer.get("/health", "application/json").body()).contains("\"status\":\"UP\"");
    }

    /** Follows a browser from the program's request over the form to the code. */
    private static String code(Issuer issuer, String person) throws Exception {
        String authorize = authorize("holdfast-demo", "http://127.0.0.1:51234/signed-in");
        HttpResponse<String> toForm = issuer.get(authorize, "text/html");
        assertThat(toForm.statusCode()).isEqualTo(302);
        assertThat(toForm.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/sign-in"));
        HttpResponse<String> signedIn = issuer.signIn(person, Demo.SECRET);
        String back = signedIn.headers().firstValue("Location").orElseThrow();
        assertThat(back).contains("/oauth2/authorize");
        String withCode =
                issuer.get(back, "text/html").headers().firstValue("Location").orElseThrow();
        assertThat(withCode)
                .startsWith("http://127.0.0.1:51234/signed-in?code=")
                .contains("state=xyz");
        return URI.create(withCode).getQuery().replaceFirst(".*code=([^&]+).*", "$1");
    }

    private static String authorize(String client, String redirect) throws Exception {
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("response_type", "code");
        asked.put("client_id", client);
        asked.put("redirect_uri", redirect);
        asked.put("scope", "openid profile");
        asked.put("state", "xyz");
        asked.put("code_challenge_method", "S256");
        asked.put(
                "code_challenge",
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(MessageDigest.getInstance("SHA-256")
                                .digest(VERIFIER.getBytes(StandardCharsets.US_ASCII))));
        return "/oauth2/authorize?" + Issuer.form(asked);
    }

    private static HttpResponse<String> redeem(Issuer issuer, String code, String verifier) throws Exception {
        return issuer.post(
                "/oauth2/token",
                Map.of(
                        "grant_type", "authorization_code",
                        "client_id", "holdfast-demo",
                        "code", code,
                        "redirect_uri", "http://127.0.0.1:51234/signed-in",
                        "code_verifier", verifier));
    }

    private static Issuer demoIssuer(String name) {
        return Issuer.start(
                uri(), directory.resolve("secrets"), "--holdfast.demo=true", "--spring.application.name=" + name);
    }

    private static String uri() {
        return mongo.getConnectionString().replace("localhost", "127.0.0.1");
    }
}
