package org.holdfast.notification.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.holdfast.chassis.testkit.Backends;
import org.holdfast.chassis.vault.Vault;
import org.holdfast.notification.calling.RosterFile;
import org.holdfast.notification.domain.roster.RosterDraft;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two instances keep one roster: a decision reads it anew, a page is sent by what was read a moment ago. */
class RostersTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String OTHER_SECRET = "whsec_AAAAAAAAYqrTwjUPD8ILPZIo2LaLaSwA";

    @TempDir
    Path secrets;

    private final RosterDraft draft = RosterFile.read(Path.of("src/test/resources/roster.json"));
    private Rosters here;
    private Rosters there;

    @BeforeEach
    void begin() {
        MongoDatabase database = Backends.database(Backends.local());
        Vault vault = Vault.open(database, secrets, null, true);
        here = new Rosters(database, vault);
        there = new Rosters(database, vault);
        here.seed(draft).block(PATIENCE);
    }

    @Test
    void aDecisionReadsWhatAnotherInstancePutInForce() {
        assertThat(here.current().block(PATIENCE).version()).isEqualTo(1);
        assertThat(there.replace(1, draft).block(PATIENCE)).isTrue();

        assertThat(here.current().block(PATIENCE).version()).isEqualTo(2);
        assertThat(here.recent().block(PATIENCE).version()).isEqualTo(2);
    }

    @Test
    void whatWasReadAMomentAgoIsGivenForAMomentOnly() {
        assertThat(here.recent().block(PATIENCE).version()).isEqualTo(1);
        there.replace(1, draft).block(PATIENCE);

        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> here.recent().block(PATIENCE).version() == 2);
    }

    @Test
    void whatIsPutInForceHereIsInForceAtOnce() {
        String person = draft.people().getFirst().id();
        there.replace(1, withSecret(person, SECRET)).block(PATIENCE);
        assertThat(here.recent().block(PATIENCE).version()).isEqualTo(2);
        assertThat(here.recentSecret(person).block(PATIENCE)).isEqualTo(SECRET);

        assertThat(here.replace(2, withSecret(person, OTHER_SECRET)).block(PATIENCE))
                .isTrue();

        assertThat(here.recent().block(PATIENCE).version()).isEqualTo(3);
        assertThat(here.recentSecret(person).block(PATIENCE)).isEqualTo(OTHER_SECRET);
        assertThat(here.secret(person).block(PATIENCE)).isEqualTo(OTHER_SECRET);
    }

    private RosterDraft withSecret(String person, String secret) {
        List<RosterDraft.Contactable> people = draft.people().stream()
                .map(each -> each.id().equals(person)
                        ? new RosterDraft.Contactable(person, each.email(), "https://phone.example/hook", secret)
                        : each)
                .toList();
        return new RosterDraft(draft.rotas(), people, draft.policies(), draft.safetyNet());
    }
}
