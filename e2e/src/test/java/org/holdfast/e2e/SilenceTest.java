package org.holdfast.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.holdfast.e2e.fleet.Fleet;
import org.holdfast.e2e.fleet.Part;
import org.holdfast.e2e.fleet.Roster;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A service is silent or a message vanished: the desk is told, health is red, and telling again mends it. */
class SilenceTest {

    private static Fleet fleet;
    private static Night night;

    @BeforeAll
    static void begin() {
        fleet = Fleet.start("silence", Roster.patient(), Part.TRIAGE, Part.NOTIFICATION);
        night = new Night(fleet);
        night.nothingIsLost(List.of(night.open(true)));
    }

    @AfterAll
    static void end() {
        fleet.close();
    }

    private static void healthIsRed(Part part, String why) {
        Eventually.get(
                "health of " + part + " to say " + why,
                () -> fleet.asNobody(part).get("/health"),
                reply -> reply.status() == 503 && reply.body().contains(why));
    }

    private static void healthIsGreen(Part part) {
        Eventually.get(
                "health of " + part + " to be green",
                Duration.ofMinutes(3),
                () -> fleet.asNobody(part).get("/health"),
                reply -> reply.status() == 200);
    }

    @Test
    void deletedContactsAreToldAgainAndAlertedAfterAll() {
        fleet.service(Part.TRIAGE).kill();
        Night.Taken taken = night.open(true);
        Reply outcome = Eventually.get(
                "the desk to be warned",
                () -> night.outcome(taken),
                reply -> reply.text("assessed").equals("NOT ASSESSED"));
        assertThat(outcome.body()).contains("NOT_ASSESSED").contains("phone");
        healthIsRed(Part.INTAKE, "no-assessment");
        Bus bus = new Bus(fleet.kafka());
        bus.deleteRecords("contacts-urgent");
        bus.deleteRecords("contacts");

        fleet.service(Part.TRIAGE).restart();

        night.nothingIsLost(List.of(taken));
        healthIsGreen(Part.INTAKE);
        night.nothingIsBuried();
    }

    @Test
    void anUnansweredCodeIsShownAtTheDeskAndAlertedWhenNotificationIsBack() {
        fleet.service(Part.NOTIFICATION).kill();
        Night.Taken taken = night.open(true);
        Reply outcome = Eventually.get(
                "the desk to be warned",
                () -> night.outcome(taken),
                reply -> reply.text("/alert/state").equals("NOT CONFIRMED"));
        assertThat(outcome.text("code")).isEqualTo("B");
        assertThat(outcome.body()).contains("ALERT NOT CONFIRMED");
        healthIsRed(Part.TRIAGE, "no-alert");
        new Bus(fleet.kafka()).deleteRecords("urgent");

        fleet.service(Part.NOTIFICATION).restart();

        night.nothingIsLost(List.of(taken));
        healthIsGreen(Part.TRIAGE);
        night.nothingIsBuried();
    }
}
