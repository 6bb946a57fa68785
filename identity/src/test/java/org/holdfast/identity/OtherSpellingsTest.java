package org.holdfast.identity;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Another spelling of an address is no way round the wait after wrong passwords and secrets. */
class OtherSpellingsTest {

    @TempDir
    static Path directory;

    private static MongoServer mongo;
    private Issuer issuer;

    @BeforeAll
    static void startStore() {
        mongo = new MongoServer(new MemoryBackend());
        mongo.bind();
    }

    @AfterAll
    static void stopStore() {
        mongo.shutdownNow();
    }

    @BeforeEach
    void start() {
        issuer = Issuer.start(
                mongo.getConnectionString().replace("localhost", "127.0.0.1"), directory, "--holdfast.demo=true");
    }

    @AfterEach
    void stop() {
        issuer.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/sign%2Din", "/sign%2din", "/%73ign-in", "/%53IGN-IN", "/sign-i%6E", "/sign-i%6e", "//sign-in",
                "/%2Fsign-in", "/sign-in/", "/sign-in%2F", "/sign-in;x=1", "/sign-in%3Bx=1", "/./sign-in",
                        "/x/../sign-in",
                "/sign%252Din", "/SIGN-IN"
            })
    void aPasswordIsLookedAtUnderOneSpellingOnly(String spelling) throws Exception {
        HttpResponse<String> answer = issuer.signIn(spelling, "ana", Demo.SECRET);
        assertThat(answer.statusCode()).isNotEqualTo(200);
        assertThat(answer.headers().firstValue("Location").orElse("")).doesNotContain("?wrong");
        HttpResponse<String> home = issuer.get("/", "text/html");
        assertThat(home.statusCode()).as("signed in by the right password").isEqualTo(302);
        assertThat(home.headers().firstValue("Location").orElse("")).endsWith("/sign-in");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/oauth2/tok%65n", "/oauth2/%74oken", "/oauth2/toke%6E", "/oauth2/toke%6e", "/oauth2%2Ftoken",
                "//oauth2/token", "/oauth2//token", "/oauth2/token/", "/oauth2/token;x=1", "/oauth2;x=1/token",
                "/oauth2/token%3Bx=1", "/oauth2/./token", "/oauth2/tok%2565n", "/OAUTH2/TOKEN"
            })
    void aSecretIsLookedAtUnderOneSpellingOnly(String spelling) throws Exception {
        HttpResponse<String> answer =
                issuer.asClient(spelling, "agency-harbor", Demo.SECRET, "grant_type", "client_credentials");
        assertThat(answer.statusCode()).isNotEqualTo(200);
        assertThat(answer.body()).doesNotContain("access_token", "invalid_client");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/oauth2/token", "/oauth2/introspect", "/oauth2/revoke", "/oauth2/par"})
    void wrongSecretsHaveToWaitWhereverTheyAreLookedAt(String address) throws Exception {
        int refused = 0;
        for (int i = 0; i < 30; i++) {
            HttpResponse<String> answer = issuer.asClient(address, "agency-harbor", "guess" + i, "token", "x");
            assertThat(answer.statusCode()).isIn(401, 429);
            refused += answer.statusCode() == 429 ? 1 : 0;
        }
        assertThat(refused).isPositive();
        assertThat(issuer.get("/oauth2/jwks", "application/json").statusCode())
                .as("the keys are there for everybody")
                .isEqualTo(200);
    }

    @Test
    void eightGuessesUnderAnotherSpellingAndTheRightPasswordLeadNowhere() throws Exception {
        for (int i = 0; i < 8; i++) {
            issuer.signIn("/sign%2Din", "ana", "guess" + i);
        }
        issuer.signIn("/sign%2Din", "ana", Demo.SECRET);
        assertThat(issuer.get("/", "text/html").statusCode()).isEqualTo(302);
    }
}
