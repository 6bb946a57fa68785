package org.holdfast.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.holdfast.e2e.fleet.LocalRun;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code make run} and {@code make demo} as a newcomer uses them; and the whole machine loses its power in between. */
@Tag("slow")
class LocalNightTest {

    @TempDir
    Path folder;

    @Test
    void whatWasDoneBeforeTheWholeStackWasKilledIsThereAfterItsStart() {
        try (LocalRun run = LocalRun.start(folder)) {
            assertThat(run.printed())
                    .contains(
                            "Holdfast is at " + run.console(),
                            "operator olu",
                            "the password of all of them is",
                            "make demo");

            Journey journey = demoPrintsTheWholeTrail(run);
            People people = Demo.people(run.addresses());
            String open = opensAnUrgentOne(people);
            List<String> trail = trailOf(journey.caseId(), people);

            run.whole().kill();
            run.whole().restart();

            People again = Demo.people(run.addresses());
            Reply outcome = again.operator().get("/contacts/" + journey.contactId() + "/outcome");
            assertThat(outcome.expect(200).text("code")).isEqualTo("B");
            assertThat(outcome.text("/referrals/0/state")).isEqualTo("COMPLETED");
            assertThat(trailOf(journey.caseId(), again)).containsAll(trail);
            isAcknowledgedStill(open, again);
        }
    }

    private static Journey demoPrintsTheWholeTrail(LocalRun run) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        Journey journey = Demo.travel(run.addresses(), new PrintStream(printed, true, StandardCharsets.UTF_8));
        String trail = printed.toString(StandardCharsets.UTF_8);
        assertThat(trail.substring(trail.indexOf("The trail of case")))
                .contains("intake", "triage", "notification", "referral")
                .doesNotContain(Journey.PERSONAL);
        return journey;
    }

    private static List<String> trailOf(String caseId, People people) {
        return people.operator()
                .get("/cases/" + caseId + "/trail")
                .expect(200)
                .json()
                .path("entries")
                .valueStream()
                .map(Object::toString)
                .toList();
    }

    /** Nobody had answered its alert before; a counselor still can. */
    private static void isAcknowledgedStill(String contact, People people) {
        String alert = Eventually.get(
                        "the alert",
                        () -> people.operator().get("/contacts/" + contact + "/outcome"),
                        reply -> !reply.text("/alert/alertId").isEmpty())
                .text("/alert/alertId");
        people.counselor()
                .post("/alerts/" + alert + "/acknowledgement", Map.of())
                .expect(200);
        Eventually.get(
                "the acknowledgement at the desk",
                () -> people.operator().get("/contacts/" + contact + "/outcome"),
                reply -> reply.text("code").equals("B")
                        && reply.text("/alert/state").equals("ACKNOWLEDGED"));
    }

    private static String opensAnUrgentOne(People people) {
        return people.operator()
                .post(
                        "/contacts",
                        Map.of(
                                "channel",
                                "CHAT",
                                "relation",
                                "SELF",
                                "answers",
                                List.of(Map.of("item", "cssrs.q4", "value", "YES"))))
                .expect(201)
                .text("contactId");
    }
}
