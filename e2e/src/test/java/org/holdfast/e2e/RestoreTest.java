package org.holdfast.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.holdfast.e2e.fleet.Fleet;
import org.holdfast.e2e.fleet.Part;
import org.holdfast.e2e.fleet.Roster;
import org.holdfast.keeping.Backup;
import org.holdfast.keeping.Erasures;
import org.holdfast.keeping.Keys;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/** A night that was saved while it went on, and is put back on another machine with a broker that knows nothing. */
@Tag("slow")
class RestoreTest {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String NOTE = "He left by the garden gate.";
    private static final List<String> DATABASES =
            Stream.of(Part.values()).map(Part::title).toList();

    private final Roster roster = new Roster(60, 600);
    private final Fleet first = Fleet.start("before", roster);

    @TempDir
    Path folder;

    @AfterEach
    void end() {
        first.close();
    }

    @Test
    void theNightGoesOnFromWhatWasSaved() throws IOException {
        Night night = new Night(first);
        Journey journey = new Journey(Staff.of(first), step -> {});
        journey.open();
        journey.answer("cssrs.q4", "YES");
        journey.note();
        journey.acknowledgeByLink();
        journey.refer();
        Night.Taken erased = night.open(false);
        erase(first, erased);
        Night.Taken erasedSince = night.open(false);
        desk(first).post(path(erasedSince, "/notes"), Map.of("text", NOTE)).expect(201);
        JsonNode rota = rota(first);
        Night.Taken ringing = night.open(true);
        outcome(first, ringing, reply -> reached(reply).contains("ana"));
        first.broker().kill();
        Night.Taken untold = night.open(true);

        new Backup(first.mongodb(), DATABASES).save(folder.resolve("data"), Instant.now());
        Keys.copy(first.secrets(), folder.resolve("keys"));
        Set<String> rung = reached(night.outcome(ringing));
        askToErase(first, erasedSince);
        Erasures.in(first.mongodb(), DATABASES).write(folder.resolve("erasures.json"));
        destroy(first);

        try (Fleet second = Fleet.restored("after", roster, this::putBack)) {
            isAsItWas(second, journey);
            assertThat(rota(second)).isEqualTo(rota);
            outcome(second, untold, reply -> reply.text("code").equals("B"));
            outcome(second, untold, reply -> reached(reply).contains("ana"));
            outcome(second, ringing, reply -> reached(reply).stream().anyMatch(one -> !rung.contains(one)));
            assertThat(second.mail().getReceivedMessages())
                    .as("mails of the night that goes on")
                    .isNotEmpty();
            isGone(second, erased, erasedSince);
            everythingCanBeToldAgain(second);
        }
    }

    private void putBack(String mongodb, Path secrets) throws IOException {
        new Backup(mongodb, DATABASES).restore(folder.resolve("data"), Erasures.read(folder.resolve("erasures.json")));
        Keys.copy(folder.resolve("keys"), secrets);
    }

    private static void destroy(Fleet fleet) throws IOException {
        fleet.close();
        for (String part : List.of("store", "kafka", "secrets")) {
            assertThat(FileSystemUtils.deleteRecursively(fleet.folder().resolve(part)))
                    .as(part + " was there")
                    .isTrue();
        }
    }

    private static void isAsItWas(Fleet fleet, Journey journey) {
        Reply words =
                desk(fleet).get("/contacts/" + journey.contactId() + "/words").expect(200);
        assertThat(words.body()).contains(Journey.PERSONAL.get(0), Journey.PERSONAL.get(3), Journey.PERSONAL.get(4));
        Reply known =
                desk(fleet).get("/contacts/" + journey.contactId() + "/outcome").expect(200);
        assertThat(known.text("code")).isEqualTo("B");
        assertThat(known.text("/alert/state")).isEqualTo("ENGAGED");
        assertThat(known.text("/referrals/0/state")).isEqualTo("SENT");
        fleet.as(Part.REFERRAL, "olu", "operator")
                .get("/referrals/" + journey.referralId())
                .expect(200);
        Reply history = fleet.as(Part.INTAKE, "ada", "admin")
                .post("/admin/history/check", Map.of("stream", "contact/" + journey.contactId()))
                .expect(200);
        assertThat(history.text("asWritten")).isEqualTo("true");
    }

    private static void isGone(Fleet fleet, Night.Taken erased, Night.Taken erasedSince) {
        desk(fleet).get(path(erased, "/words")).expect(410);
        assertThat(desk(fleet).get(path(erasedSince, "/words")).body()).doesNotContain("garden");
        erase(fleet, erasedSince);
        desk(fleet).get(path(erasedSince, "/words")).expect(410);
    }

    private static void everythingCanBeToldAgain(Fleet fleet) {
        for (Part part : Part.values()) {
            fleet.as(part, "ada", "admin").post("/admin/retelling", Map.of()).expect(200);
        }
        new Night(fleet).nothingIsBuried();
    }

    private static void erase(Fleet fleet, Night.Taken taken) {
        askToErase(fleet, taken);
        String path = "/cases/" + taken.caseId() + "/erasure";
        Eventually.get(
                "the case to be erased everywhere",
                PATIENCE,
                () -> supervisor(fleet).get(path).expect(200),
                reply -> reply.text("done").equals("true"));
    }

    /** A case that was opened just now may not be on the list of cases yet. */
    private static void askToErase(Fleet fleet, Night.Taken taken) {
        String path = "/cases/" + taken.caseId() + "/erasure";
        Eventually.get(
                "the case to be known",
                PATIENCE,
                () -> supervisor(fleet).post(path, Map.of()),
                reply -> reply.status() == 200);
    }

    private static void outcome(Fleet fleet, Night.Taken taken, Predicate<Reply> good) {
        Eventually.get(
                "what became of " + taken.contactId(),
                PATIENCE,
                () -> desk(fleet).get(path(taken, "/outcome")).expect(200),
                good);
    }

    /** Whom the alert has reached. */
    private static Set<String> reached(Reply outcome) {
        return outcome.json()
                .path("alert")
                .path("delivered")
                .valueStream()
                .map(one -> one.path("person").asString(""))
                .collect(Collectors.toSet());
    }

    private static JsonNode rota(Fleet fleet) {
        return fleet.as(Part.NOTIFICATION, "ada", "admin")
                .get("/rota")
                .expect(200)
                .json();
    }

    private static Api desk(Fleet fleet) {
        return fleet.as(Part.INTAKE, "olu", "operator");
    }

    private static Api supervisor(Fleet fleet) {
        return fleet.as(Part.INTAKE, "sam", "supervisor");
    }

    private static String path(Night.Taken taken, String more) {
        return "/contacts/" + taken.contactId() + more;
    }
}
