package org.holdfast.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.holdfast.e2e.fleet.FakePhones;
import org.holdfast.e2e.fleet.Fleet;
import org.holdfast.e2e.fleet.Part;
import org.holdfast.e2e.fleet.Roster;
import org.holdfast.local.store.backup.Backup;
import org.holdfast.local.store.backup.Erasures;
import org.holdfast.local.store.backup.Keys;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A night that was saved while it went on, and is put back on another machine with a broker that knows nothing. */
@Tag("slow")
class RestoreTest {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String NOTE = "He left by the garden gate.";

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
        Journey journey = new Journey(people(first), step -> {});
        journey.open();
        journey.answer("cssrs.q4", "YES");
        journey.note();
        journey.acknowledgeByLink();
        journey.refer();
        Night.Taken erased = night.open(false);
        erase(first, erased);
        Night.Taken erasedSince = night.open(false);
        desk(first).post(path(erasedSince, "/notes"), Map.of("text", NOTE)).expect(201);
        String rota = rota(first);
        Night.Taken ringing = night.open(true);
        outcome(first, ringing, delivered("ana"));
        first.broker().kill();
        Night.Taken untold = night.open(true);

        new Backup(first.mongodb(), databases()).save(folder.resolve("data"), Instant.now());
        Keys.copy(first.secrets(), folder.resolve("keys"));
        assertThat(night.outcome(ringing).body()).doesNotContain("\"ben\"");
        askToErase(first, erasedSince);
        Erasures.in(first.mongodb(), databases()).write(folder.resolve("erasures.json"));
        first.close();

        try (Fleet second = Fleet.restored("after", roster, this::putBack)) {
            Reply words = desk(second)
                    .get("/contacts/" + journey.contactId() + "/words")
                    .expect(200);
            assertThat(words.body())
                    .contains(Journey.PERSONAL.get(0), Journey.PERSONAL.get(3), Journey.PERSONAL.get(4));
            Reply known = desk(second)
                    .get("/contacts/" + journey.contactId() + "/outcome")
                    .expect(200);
            assertThat(known.text("code")).isEqualTo("B");
            assertThat(known.text("/alert/state")).isEqualTo("ENGAGED");
            assertThat(known.text("/referrals/0/state")).isEqualTo("SENT");
            second.as(Part.REFERRAL, "olu", "operator")
                    .get("/referrals/" + journey.referralId())
                    .expect(200);
            assertThat(rota(second)).isEqualTo(rota);

            outcome(second, untold, reply -> reply.text("code").equals("B"));
            outcome(second, untold, delivered("ana"));
            outcome(second, ringing, delivered("ben"));

            desk(second).get(path(erased, "/words")).expect(410);
            assertThat(desk(second).get(path(erasedSince, "/words")).body()).doesNotContain("garden");
            erase(second, erasedSince);
            desk(second).get(path(erasedSince, "/words")).expect(410);

            Reply check = second.as(Part.INTAKE, "ada", "admin")
                    .post("/admin/history/check", Map.of("stream", "contact/" + journey.contactId()))
                    .expect(200);
            assertThat(check.text("asWritten")).isEqualTo("true");
            for (Part part : Part.values()) {
                second.as(part, "ada", "admin")
                        .post("/admin/retelling", Map.of())
                        .expect(200);
            }
            new Night(second).nothingIsBuried();
        }
    }

    private void putBack(String mongodb, Path secrets) throws IOException {
        new Backup(mongodb, databases())
                .restore(folder.resolve("data"), Erasures.read(folder.resolve("erasures.json")));
        Keys.copy(folder.resolve("keys"), secrets);
    }

    private static List<String> databases() {
        return List.of(Part.values()).stream().map(Part::title).toList();
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

    private static Predicate<Reply> delivered(String person) {
        return reply -> reply.json()
                .path("alert")
                .path("delivered")
                .valueStream()
                .anyMatch(one -> one.path("person").asString("").equals(person));
    }

    private static String rota(Fleet fleet) {
        return fleet.as(Part.NOTIFICATION, "ada", "admin")
                .get("/rota")
                .expect(200)
                .body();
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

    private static People people(Fleet fleet) {
        return new People(
                desk(fleet),
                fleet.as(Part.REFERRAL, "olu", "operator"),
                fleet.as(Part.NOTIFICATION, "ana", "counselor"),
                fleet.asNobody(Part.NOTIFICATION),
                fleet.asClient(Part.REFERRAL, "agency-harbor", "referrals.respond"),
                fleet.asClient(Part.REFERRAL, "agency-shelter", "referrals.respond"),
                person -> fleet.phones().pages().stream()
                        .filter(page -> page.person().equals(person))
                        .map(FakePhones.Page::body)
                        .toList());
    }
}
