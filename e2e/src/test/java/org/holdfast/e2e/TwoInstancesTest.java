package org.holdfast.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.holdfast.e2e.fleet.FakePhones;
import org.holdfast.e2e.fleet.Fleet;
import org.holdfast.e2e.fleet.Part;
import org.holdfast.e2e.fleet.Roster;
import org.holdfast.e2e.fleet.Second;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two instances of intake and of notification live beside each other, and either may die: nothing is lost or told too often. */
@Tag("slow")
class TwoInstancesTest {

    private static final int STEP_SECONDS = 15;
    private static final int EACH = 8;
    private static final Duration AGREED = Duration.ofSeconds(3 * STEP_SECONDS);
    private static final Duration TAKEN_OVER = Duration.ofSeconds(STEP_SECONDS + 15);

    @Test
    void nothingIsLostNorLateThoughEitherInstanceDiesAndBothAgreeInTheEnd() throws Exception {
        try (Fleet fleet = Fleet.start("two", new Roster(STEP_SECONDS, 600), Part.INTAKE, Part.NOTIFICATION)) {
            Second desk = fleet.second(Part.INTAKE);
            Second calling = fleet.second(Part.NOTIFICATION);
            Night here = new Night(fleet);
            Night there = new Night(fleet, () -> desk.as("olu", "operator"));

            List<Night.Taken> first = bursts(here, there);
            fleet.service(Part.NOTIFICATION).kill();
            first.forEach(taken -> isFollowedByTheNext(calling.as("sam", "supervisor"), taken));
            first.forEach(taken -> close(calling.as("sam", "supervisor"), taken));
            fleet.service(Part.NOTIFICATION).restart();

            Night.Taken unanswered = there.open(true);
            both(fleet, calling, reply -> reply.body().contains("alerts that nobody answered"));
            close(calling.as("sam", "supervisor"), unanswered);
            both(fleet, calling, reply -> reply.status() == 200);

            List<Night.Taken> second = bursts(here, there);
            calling.kill();
            Api survivor = fleet.as(Part.NOTIFICATION, "sam", "supervisor");
            second.forEach(taken -> isFollowedByTheNext(survivor, taken));
            second.forEach(taken -> close(survivor, taken));

            assertThat(fleet.phones().pages().stream()
                            .collect(Collectors.groupingBy(FakePhones.Page::id, Collectors.counting())))
                    .allSatisfy((id, times) ->
                            assertThat(times).as("times that page %s came", id).isLessThanOrEqualTo(2));
            here.nothingIsBuried();
        }
    }

    /** Urgent contacts at both desks at once; each has an alert of its own. */
    private static List<Night.Taken> bursts(Night here, Night there) throws Exception {
        try (var desks = Executors.newFixedThreadPool(2)) {
            var one = desks.submit(() -> here.burst(EACH, 1, () -> {}));
            var other = desks.submit(() -> there.burst(EACH, 1, () -> {}));
            List<Night.Taken> taken = new ArrayList<>(one.get());
            taken.addAll(other.get());
            assertThat(taken.stream().map(Night.Taken::caseId)).doesNotHaveDuplicates();
            taken.forEach(contact -> Eventually.get(
                    "the alert of " + contact.caseId(),
                    () -> here.outcome(contact),
                    reply -> !reply.text("/alert/raisedAt").isEmpty()));
            return taken;
        }
    }

    private static void isFollowedByTheNext(Api supervisor, Night.Taken taken) {
        Reply alert = Eventually.get(
                "ben to be paged for " + taken.caseId(),
                TAKEN_OVER,
                () -> supervisor.get("/alerts/" + taken.caseId() + ".risk"),
                reply ->
                        reply.json().path("alert").path("deliveries").toString().contains("\"ben\""));
        assertThat(alert.json().path("alert").path("episode").asInt())
                .as("times that the case of %s rang", taken.contactId())
                .isEqualTo(1);
    }

    private static void close(Api supervisor, Night.Taken taken) {
        String alert = "/alerts/" + taken.caseId() + ".risk";
        Eventually.get(
                "the alert to be closed",
                () -> supervisor.postIf(
                        alert + "/closing",
                        Map.of("reason", "HANDED_OVER"),
                        supervisor.get(alert).etag()),
                reply -> reply.status() == 200);
    }

    private static void both(Fleet fleet, Second other, Predicate<Reply> says) {
        for (Api instance : List.of(fleet.asNobody(Part.NOTIFICATION), other.asNobody())) {
            Eventually.get("the health of each instance", AGREED, () -> instance.get("/health"), says);
        }
    }
}
