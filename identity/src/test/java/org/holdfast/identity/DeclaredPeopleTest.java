package org.holdfast.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** Who is known to the issuer: those who are declared, and the demo people only where that is asked for. */
class DeclaredPeopleTest {

    @TempDir
    static Path directory;

    private static MongoServer mongo;

    @BeforeAll
    static void start() {
        mongo = new MongoServer(new MemoryBackend());
        mongo.bind();
    }

    @AfterAll
    static void stop() {
        mongo.shutdownNow();
    }

    @Test
    void knowsNobodyWithoutTheDemoSetting() throws Exception {
        try (Issuer plain = Issuer.start(uri(), directory.resolve("plain"), "--holdfast.mongodb.database=plain")) {
            assertThat(plain.tokenFor("agency-harbor", Demo.SECRET, "referrals.respond")
                            .statusCode())
                    .isEqualTo(401);
            assertThat(plain.signIn("ana", Demo.SECRET).headers().firstValue("Location"))
                    .hasValueSatisfying(to -> assertThat(to).endsWith("/sign-in?wrong"));
        }
    }

    @Test
    void forgetsTheDemoPeopleWhenTheSettingIsTakenAway() throws Exception {
        String database = "--holdfast.mongodb.database=over";
        try (Issuer demo = Issuer.start(uri(), directory.resolve("over"), database, "--holdfast.demo=true")) {
            assertThat(demo.tokenFor("agency-harbor", Demo.SECRET, "referrals.respond")
                            .statusCode())
                    .isEqualTo(200);
        }
        try (Issuer plain = Issuer.start(uri(), directory.resolve("over"), database)) {
            assertThat(plain.tokenFor("agency-harbor", Demo.SECRET, "referrals.respond")
                            .statusCode())
                    .isEqualTo(401);
            assertThat(plain.signIn("ana", Demo.SECRET).headers().firstValue("Location"))
                    .hasValueSatisfying(to -> assertThat(to).endsWith("/sign-in?wrong"));
        }
    }

    @Test
    void takesThePeopleThatAreDeclaredWithAHashAndNoOthers() throws Exception {
        String hash = "{bcrypt}$2a$04$0123456789012345678901234567890123456789012345678901";
        String[] declared = {
            "--holdfast.mongodb.database=declared",
            "--holdfast.identity.people[0].id=Kim",
            "--holdfast.identity.people[0].name=Kim",
            "--holdfast.identity.people[0].roles=operator"
        };
        try (Issuer fine = Issuer.start(
                uri(),
                directory.resolve("declared"),
                with(declared, "--holdfast.identity.people[0].password=" + hash))) {
            assertThat(fine.get("/health", "application/json").statusCode()).isEqualTo(200);
        }
        assertThatThrownBy(() -> Issuer.start(
                        uri(),
                        directory.resolve("declared"),
                        with(declared, "--holdfast.identity.people[0].password=plain-text")))
                .hasStackTraceContaining("the secret of person Kim must be a hash");
    }

    @Test
    void whoIsNotDeclaredAnyMoreGetsInNoMore() throws Exception {
        String database = "--holdfast.mongodb.database=leavers";
        String hash = new BCryptPasswordEncoder(4).encode("a secret");
        String[] partner = {
            database,
            "--holdfast.identity.clients[0].id=agency-north",
            "--holdfast.identity.clients[0].name=North",
            "--holdfast.identity.clients[0].secret={bcrypt}" + hash,
            "--holdfast.identity.clients[0].scopes=referrals.respond"
        };
        try (Issuer first = Issuer.start(uri(), directory.resolve("leavers"), partner)) {
            assertThat(first.tokenFor("agency-north", "a secret", "referrals.respond")
                            .statusCode())
                    .isEqualTo(200);
        }
        try (Issuer slip = Issuer.start(uri(), directory.resolve("leavers"), database)) {
            assertThat(slip.tokenFor("agency-north", "a secret", "referrals.respond")
                            .statusCode())
                    .as("an empty list is a slip")
                    .isEqualTo(200);
        }
        partner[1] = "--holdfast.identity.clients[0].id=agency-south";
        try (Issuer then = Issuer.start(uri(), directory.resolve("leavers"), partner)) {
            assertThat(then.tokenFor("agency-north", "a secret", "referrals.respond")
                            .statusCode())
                    .isEqualTo(401);
            assertThat(then.tokenFor("agency-south", "a secret", "referrals.respond")
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void whoStandsBehindAProxyCannotSayWhereTheyComeFrom() throws Exception {
        try (Issuer behind = Issuer.start(
                uri(),
                directory.resolve("proxy"),
                "--holdfast.mongodb.database=proxy",
                "--server.forward-headers-strategy=native")) {
            int status = 0;
            for (int i = 0; i < 30 && status != 429; i++) {
                status = behind.post(
                                "/oauth2/token",
                                Map.of("grant_type", "client_credentials"),
                                "Authorization",
                                "Basic " + Base64.getEncoder().encodeToString(("nobody:" + i).getBytes(UTF_8)),
                                "Forwarded",
                                "for=203.0.113." + i,
                                "X-Forwarded-For",
                                "203.0.113." + i + ", 198.51.100.7")
                        .statusCode();
            }
            assertThat(status).as("all from the address that the proxy saw").isEqualTo(429);
        }
    }

    @Test
    void makesNoDemoPeopleWhereOthersCanReachThem() {
        assertThatThrownBy(() -> Issuer.start(
                        uri(), directory.resolve("open"), "--holdfast.demo=true", "--server.address=0.0.0.0"))
                .hasStackTraceContaining("well-known passwords");
    }

    @Test
    void keepsNobodyInADatabaseElsewhereWithoutTlsAndAUser() {
        String elsewhere = "mongodb://database.invalid:27017";
        assertThatThrownBy(() -> Issuer.start(elsewhere, directory.resolve("elsewhere")))
                .hasStackTraceContaining("holdfast.mongodb.uri names another machine");
        assertThatThrownBy(() -> Issuer.start(
                        elsewhere,
                        directory.resolve("elsewhere"),
                        "--holdfast.trusted-hosts=beside.invalid, database.invalid"))
                .as("a trusted one is asked, and does not answer here")
                .hasStackTraceContaining("MongoTimeoutException")
                .satisfies(failure -> assertThat(failure).hasStackTraceContaining("database.invalid"));
    }

    private static String[] with(String[] settings, String one) {
        String[] all = java.util.Arrays.copyOf(settings, settings.length + 1);
        all[settings.length] = one;
        return all;
    }

    private static String uri() {
        return mongo.getConnectionString().replace("localhost", "127.0.0.1");
    }
}
