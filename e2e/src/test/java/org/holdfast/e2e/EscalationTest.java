package org.holdfast.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.holdfast.e2e.fleet.FakePhones;
import org.holdfast.e2e.fleet.Fleet;
import org.holdfast.e2e.fleet.Part;
import org.holdfast.e2e.fleet.Roster;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Nobody answers, or the channels fail: the next step is on time, and in the end the safety net is called. */
class EscalationTest {

    private static final int STEP_SECONDS = 4;
    private static final Duration TOLERANCE = Duration.ofSeconds(3);

    private static Fleet fleet;
    private static Night night;
    private static HealthPage health;

    @BeforeAll
    static void begin() {
        fleet = Fleet.start("escalation", new Roster(STEP_SECONDS, STEP_SECONDS));
        night = new Night(fleet);
        health = new HealthPage(fleet);
    }

    @AfterAll
    static void end() {
        fleet.close();
    }

    private static Night.Taken urgentContact() {
        return night.open(true);
    }

    private static FakePhones.Page nextPage(String person, int before) {
        return Eventually.get(
                        "a page for " + person, () -> fleet.phones().pages(person), pages -> pages.size() > before)
                .get(before);
    }

    private static void reachesTheSecondOnTime(Night.Taken taken, int pagesBefore) {
        Eventually.get(
                "the alert",
                () -> night.outcome(taken),
                reply -> !reply.text("/alert/raisedAt").isEmpty());
        long began = System.nanoTime();
        long reached = nextPage("ben", pagesBefore).nanos();
        assertThat(Duration.ofNanos(reached - began))
                .as("from the alert to the second person")
                .isLessThan(Duration.ofSeconds(STEP_SECONDS).plus(TOLERANCE));
    }

    private static void closeAlert(Night.Taken taken) {
        Api sam = fleet.as(Part.NOTIFICATION, "sam", "supervisor");
        String alert = "/alerts/" + taken.caseId() + ".risk";
        Eventually.get(
                "the alert to be closed",
                () -> sam.postIf(
                        alert + "/closing",
                        Map.of("reason", "HANDED_OVER"),
                        sam.get(alert).etag()),
                reply -> reply.status() == 200);
    }

    @Test
    void theNextPersonIsCalledOnTimeThoughTheFirstChannelsHangAndRefuse() {
        int ana = fleet.phones().pages("ana").size();
        int arrived = fleet.phones().arrivals("ana").size();
        int ben = fleet.phones().pages("ben").size();
        int sam = fleet.phones().pages("sam").size();
        fleet.phones().be("ana", FakePhones.Mood.HANGING);
        fleet.mail().stop();
        try {
            Night.Taken taken = urgentContact();
            Reply raised = Eventually.get(
                    "the alert",
                    () -> night.outcome(taken),
                    reply -> !reply.text("/alert/raisedAt").isEmpty());
            long began = System.nanoTime();
            assertThat(raised.text("/alert/raisedAt")).isNotEmpty();

            long reachedBen = nextPage("ben", ben).nanos();
            long reachedSam = nextPage("sam", sam).nanos();

            assertThat(Duration.ofNanos(reachedBen - began))
                    .as("from the alert to the second person")
                    .isLessThan(Duration.ofSeconds(STEP_SECONDS).plus(TOLERANCE));
            assertThat(Duration.ofNanos(reachedSam - reachedBen))
                    .as("from the second person to the safety net")
                    .isBetween(
                            Duration.ofSeconds(STEP_SECONDS).minus(TOLERANCE),
                            Duration.ofSeconds(STEP_SECONDS).plus(TOLERANCE));
            assertThat(fleet.phones().pages("ana")).hasSize(ana);
            assertThat(fleet.phones().arrivals("ana").stream()
                            .skip(arrived)
                            .collect(Collectors.groupingBy(FakePhones.Page::id, Collectors.counting())))
                    .as("times that each page reached a phone that hangs")
                    .isNotEmpty()
                    .allSatisfy((id, times) -> assertThat(times).isLessThanOrEqualTo(2));
            health.isRed(Part.NOTIFICATION, "channels whose last tries all failed");
            closeAlert(taken);
        } finally {
            fleet.phones().be("ana", FakePhones.Mood.WELL);
            fleet.mail().start();
        }
        Night.Taken after = urgentContact();
        Eventually.get("a mail again", () -> fleet.mail().getReceivedMessages().length, count -> count > 0);
        closeAlert(after);
        health.isGreen(Part.NOTIFICATION);
    }

    @Test
    void theNextPersonIsCalledOnTimeThoughRelayAndPhoneOfTheFirstAreSlow() {
        int ana = fleet.phones().pages("ana").size();
        int ben = fleet.phones().pages("ben").size();
        int arrived = fleet.phones().arrivals("ana").size();
        int mails = fleet.mail().getReceivedMessages().length;
        fleet.phones().be("ana", FakePhones.Mood.SLOW);
        fleet.mailWire().delays(Duration.ofSeconds(1));
        try {
            Night.Taken taken = urgentContact();
            reachesTheSecondOnTime(taken, ben);
            assertThat(nextPage("ana", ana).id()).isNotEmpty();
            Eventually.get(
                    "the slow mails to the first and the second person",
                    () -> fleet.mail().getReceivedMessages().length,
                    count -> count >= mails + 2);
            closeAlert(taken);
            assertThat(fleet.phones().arrivals("ana").stream()
                            .skip(arrived)
                            .collect(Collectors.groupingBy(FakePhones.Page::id, Collectors.counting())))
                    .as("times that each page reached a slow phone")
                    .allSatisfy((id, times) -> assertThat(times).isLessThanOrEqualTo(2));
        } finally {
            fleet.phones().be("ana", FakePhones.Mood.WELL);
            fleet.mailWire().delays(Duration.ZERO);
        }
    }

    @Test
    @Tag("slow")
    void theNextPersonIsCalledOnTimeThoughThePhoneOfTheFirstRefusesAndTheRelayNeverAnswers() {
        int ana = fleet.phones().pages("ana").size();
        int arrived = fleet.phones().arrivals("ana").size();
        int ben = fleet.phones().pages("ben").size();
        fleet.phones().be("ana", FakePhones.Mood.REFUSING);
        fleet.mailWire().hangs(true);
        try {
            Night.Taken taken = urgentContact();
            reachesTheSecondOnTime(taken, ben);
            assertThat(fleet.phones().arrivals("ana").size() - arrived)
                    .as("times that a phone was tried that refuses")
                    .isGreaterThan(1);
            assertThat(fleet.phones().pages("ana")).hasSize(ana);
            closeAlert(taken);
        } finally {
            fleet.phones().be("ana", FakePhones.Mood.WELL);
            fleet.mailWire().hangs(false);
        }
    }

    @Test
    void whoAcknowledgesButIsNotWithThePersonInTimeIsFollowedByTheNext() {
        int ana = fleet.phones().pages("ana").size();
        int ben = fleet.phones().pages("ben").size();
        Night.Taken taken = urgentContact();
        nextPage("ana", ana);
        fleet.as(Part.NOTIFICATION, "ana", "counselor")
                .post("/alerts/" + taken.caseId() + ".risk/acknowledgement", Map.of())
                .expect(200);

        FakePhones.Page page = nextPage("ben", ben);

        assertThat(page.body()).contains("nobody is with the person yet");
        closeAlert(taken);
    }

    @Test
    void anEmptyRotaIsSkippedAtOnceAndTheSafetyNetIsCalled() {
        int sam = fleet.phones().pages("sam").size();
        long began = System.nanoTime();
        Reply opened = night.desk()
                .post(
                        "/contacts",
                        Map.of(
                                "channel", "PHONE",
                                "relation", "SELF",
                                "answers", List.of(Map.of("item", "obs.attempt-in-progress", "value", "YES"))))
                .expect(201);
        Night.Taken taken = new Night.Taken(opened.text("contactId"), opened.text("caseId"), true);

        long reached = nextPage("sam", sam).nanos();

        assertThat(Duration.ofNanos(reached - began)).isLessThan(Duration.ofSeconds(STEP_SECONDS));
        Eventually.get( // code and alert come to the desk by topics of their own, in any order
                "the desk to see it",
                () -> night.outcome(taken),
                reply -> reply.text("/alert/state").equals("EXHAUSTED")
                        && reply.text("code").equals("A"));
        health.isRed(Part.NOTIFICATION, "alerts that nobody answered");
        fleet.as(Part.NOTIFICATION, "sam", "supervisor")
                .post("/alerts/" + taken.caseId() + ".risk/acknowledgement", Map.of())
                .expect(200);
        health.isGreen(Part.NOTIFICATION);
        closeAlert(taken);
    }
}
