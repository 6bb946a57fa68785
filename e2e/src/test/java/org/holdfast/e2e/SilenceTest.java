package org.holdfast.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.holdfast.e2e.fleet.Fleet;
import org.holdfast.e2e.fleet.Part;
import org.holdfast.e2e.fleet.Roster;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A service is silent or a message vanished: the desk is told, health is red, and telling again mends it. */
@Tag("slow")
class SilenceTest {

    private static Fleet fleet;
    private static Night night;
    private static HealthPage health;

    @BeforeAll
    static void begin() {
        fleet = Fleet.start("silence", Roster.patient(), Part.TRIAGE, Part.NOTIFICATION);
        night = new Night(fleet);
        health = new HealthPage(fleet);
        night.nothingIsLost(List.of(night.open(true)));
    }

    @AfterAll
    static void end() {
        fleet.close();
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
        health.isRed(Part.INTAKE, "no-assessment");
        Bus bus = new Bus(fleet.kafka());
        bus.deleteRecords("contacts-urgent");
        bus.deleteRecords("contacts");

        fleet.service(Part.TRIAGE).restart();

        night.nothingIsLost(List.of(taken));
        health.isGreen(Part.INTAKE);
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
        health.isRed(Part.TRIAGE, "no-alert");
        new Bus(fleet.kafka()).deleteRecords("urgent");

        fleet.service(Part.NOTIFICATION).restart();

        night.nothingIsLost(List.of(taken));
        health.isGreen(Part.TRIAGE);
        night.nothingIsBuried();
    }
}
