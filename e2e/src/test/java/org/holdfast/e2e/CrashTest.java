package org.holdfast.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.holdfast.e2e.fleet.Fleet;
import org.holdfast.e2e.fleet.Part;
import org.holdfast.e2e.fleet.Roster;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Each service is killed just after it wrote its decision and before it could tell it, or before it could note a delivery. */
@Tag("slow")
class CrashTest {

    private static Fleet fleet;
    private static Night night;
    private static HealthPage health;

    @BeforeAll
    static void begin() {
        fleet = Fleet.start("crash", Roster.patient(), Part.values());
        night = new Night(fleet);
        health = new HealthPage(fleet);
        night.nothingIsLost(List.of(night.open(false)));
    }

    @AfterAll
    static void end() {
        fleet.close();
    }

    @AfterEach
    void allIsWellAgain() {
        health.isGreenEverywhere();
    }

    /** What is done is written, cannot be told because there is no broker, and its service dies. */
    private static Reply doneAndKilled(Part part, java.util.function.Supplier<Reply> deed) {
        fleet.broker().kill();
        try {
            Reply reply = deed.get();
            fleet.service(part).kill();
            health.isSilent(part);
            return reply;
        } finally {
            fleet.broker().restart();
            fleet.service(part).restart();
        }
    }

    @Test
    void intakeTellsAfterItsDeathWhatItHadWritten() {
        Reply opened = doneAndKilled(
                Part.INTAKE,
                () -> night.desk()
                        .post(
                                "/contacts",
                                Map.of(
                                        "channel", "CHAT",
                                        "relation", "SELF",
                                        "answers", List.of(Map.of("item", "cssrs.q4", "value", "YES"))))
                        .expect(201));

        night.nothingIsLost(List.of(new Night.Taken(opened.text("contactId"), opened.text("caseId"), true)));
        night.nothingIsBuried();
    }

    @Test
    void triageTellsAfterItsDeathWhatItHadWritten() {
        List<Map<String, Object>> calm = new ArrayList<>();
        Api triage = fleet.as(Part.TRIAGE, "olu", "operator");
        for (var item : triage.get("/protocols/current").expect(200).json().path("items")) {
            switch (item.path("kind").asString()) {
                case "FIVE" -> calm.add(Map.of("item", item.path("item").asString(), "value", "NO"));
                case "INTEGER" ->
                    calm.add(Map.of(
                            "item",
                            item.path("item").asString(),
                            "value",
                            item.path("item").asString().startsWith("person") ? 40 : 0));
                default -> {}
            }
        }
        Reply opened = night.desk()
                .post("/contacts", Map.of("channel", "CHAT", "relation", "SELF", "answers", calm))
                .expect(201);
        Night.Taken taken = new Night.Taken(opened.text("contactId"), opened.text("caseId"), false);
        Eventually.get(
                "the choice to be the operator's",
                () -> night.outcome(taken),
                reply -> reply.text("code").equals("OPERATOR_CHOICE"));

        doneAndKilled(
                Part.TRIAGE,
                () -> triage.post("/assessments/" + taken.contactId() + "/choice", Map.of("code", "F"))
                        .expect(200));

        Eventually.get(
                "the chosen code at the desk",
                () -> night.outcome(taken),
                reply -> reply.text("code").equals("F"));
        night.nothingIsBuried();
    }

    @Test
    void notificationTellsAfterItsDeathWhatItHadWritten() {
        Night.Taken taken = night.open(true);
        night.nothingIsLost(List.of(taken));

        doneAndKilled(
                Part.NOTIFICATION,
                () -> fleet.as(Part.NOTIFICATION, "ana", "counselor")
                        .post("/alerts/" + taken.caseId() + ".risk/acknowledgement", Map.of())
                        .expect(200));

        Reply outcome = Eventually.get(
                "the acknowledgement at the desk",
                () -> night.outcome(taken),
                reply -> reply.text("/alert/state").equals("ACKNOWLEDGED"));
        assertThat(outcome.text("/alert/acknowledged/by")).isEqualTo("ana");
        night.nothingIsBuried();
    }

    @Test
    void referralTellsAfterItsDeathWhatItHadWritten() {
        Night.Taken taken = night.open(false);

        Reply proposed = doneAndKilled(
                Part.REFERRAL,
                () -> fleet.as(Part.REFERRAL, "olu", "operator")
                        .post(
                                "/referrals",
                                Map.of(
                                        "contactId",
                                        taken.contactId(),
                                        "caseId",
                                        taken.caseId(),
                                        "need",
                                        "crisis",
                                        "language",
                                        "en"))
                        .expect(201));

        Eventually.get(
                "the referral at the desk",
                () -> night.outcome(taken),
                reply -> reply.body().contains(proposed.text("referralId")));
        night.nothingIsBuried();
    }

    @Test
    void aPageThatWasDeliveredButNotNotedIsSentOnceMoreAtMost() throws InterruptedException {
        CountDownLatch delivered = new CountDownLatch(1);
        int before = fleet.phones().pages().size();
        fleet.phones().onNextPage(() -> {
            fleet.store().pause();
            delivered.countDown();
        });
        Night.Taken taken = night.open(true);
        assertThat(delivered.await(30, TimeUnit.SECONDS)).as("a page came").isTrue();
        Eventually.get("the page", () -> fleet.phones().pages(), pages -> pages.size() > before);
        fleet.service(Part.NOTIFICATION).kill();
        fleet.store().resume();
        fleet.service(Part.NOTIFICATION).restart();

        night.nothingIsLost(List.of(taken));
        String id = fleet.phones().pages().get(before).id();
        assertThat(fleet.phones().pages().stream().filter(page -> page.id().equals(id)))
                .as("times that the page came")
                .hasSizeBetween(1, 2);
        night.nothingIsBuried();
    }
}
