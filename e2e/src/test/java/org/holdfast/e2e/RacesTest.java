package org.holdfast.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.holdfast.e2e.fleet.Fleet;
import org.holdfast.e2e.fleet.Part;
import org.junit.jupiter.api.Test;

/** Two people act at once: exactly one is first, and everybody can see who. */
class RacesTest {

    private static final int ROUNDS = 8;

    private final Fleet fleet = Shared.fleet();
    private final Night night = new Night(fleet);

    @Test
    void ofTwoWhoAcknowledgeAtOnceOneHasIt() throws Exception {
        for (Night.Taken taken : night.burst(ROUNDS, 1, () -> {})) {
            String alert = Eventually.get(
                            "the alert",
                            () -> night.outcome(taken),
                            reply -> reply.text("/alert/state").equals("DELIVERED"))
                    .text("/alert/alertId");
            String path = "/alerts/" + alert + "/acknowledgement";
            List<Reply> answers = atOnce(
                    () -> fleet.as(Part.NOTIFICATION, "ana", "counselor").post(path, Map.of()),
                    () -> fleet.as(Part.NOTIFICATION, "ben", "counselor").post(path, Map.of()));
            assertThat(answers).extracting(Reply::status).containsExactlyInAnyOrder(200, 409);
            String winner = answers.get(0).status() == 200 ? "ana" : "ben";
            Reply outcome = Eventually.get(
                    "the acknowledgement",
                    () -> night.outcome(taken),
                    reply -> reply.text("/alert/state").equals("ACKNOWLEDGED"));
            assertThat(outcome.text("/alert/acknowledged/by")).isEqualTo(winner);
        }
    }

    @Test
    void ofAnAcceptanceAndACancellationAtOnceOneHolds() throws Exception {
        for (int i = 0; i < ROUNDS; i++) {
            String referral = sent();
            Api agency = fleet.asClient(Part.REFERRAL, "agency-harbor", "referrals.respond");
            Api desk = fleet.as(Part.REFERRAL, "olu", "operator");
            String theirs =
                    agency.get("/partner/referrals/" + referral).expect(200).etag();
            String ours = desk.get("/referrals/" + referral).expect(200).etag();
            List<Reply> answers = atOnce(
                    () -> agency.postIf("/partner/referrals/" + referral + "/acceptance", Map.of(), theirs),
                    () -> desk.postIf(
                            "/referrals/" + referral + "/cancellation", Map.of("reason", "NO_LONGER_NEEDED"), ours));
            assertThat(answers)
                    .extracting(Reply::status)
                    .as(answers.toString())
                    .contains(200)
                    .doesNotContain(500);
            assertThat(answers.stream().filter(reply -> reply.status() == 200))
                    .as("one of the two was first: %s", answers)
                    .hasSize(1);
            String state = desk.get("/referrals/" + referral).text("status");
            assertThat(state).isEqualTo(answers.get(0).status() == 200 ? "ACCEPTED" : "CANCELLED");
        }
    }

    private String sent() {
        Night.Taken taken = night.open(false);
        Api desk = fleet.as(Part.REFERRAL, "olu", "operator");
        Map<String, Object> wanted = Map.of(
                "contactId", taken.contactId(),
                "caseId", taken.caseId(),
                "need", "crisis",
                "place", Map.of("latitude", 39.29, "longitude", -76.61),
                "language", "en");
        String key = UUID.randomUUID().toString();
        Reply proposed = Eventually.get(
                "a proposal, asked for with one key as a desk does",
                () -> desk.post("/referrals", wanted, key),
                reply -> reply.status() == 201);
        String service = "";
        for (var candidate : proposed.json().path("candidates")) {
            if (service.isEmpty() && candidate.path("partner").asString("").equals("harbor-crisis-response")) {
                service = candidate.path("serviceId").asString();
            }
        }
        String consent = night.desk()
                .post(
                        "/contacts/" + taken.contactId() + "/consents",
                        Map.of(
                                "recipient", "harbor-crisis-response",
                                "scopes", List.of("NAME"),
                                "until",
                                        java.time.Instant.now()
                                                .plusSeconds(86_400)
                                                .toString()))
                .expect(201)
                .text("consentId");
        String referral = proposed.text("referralId");
        desk.post("/referrals/" + referral + "/sending", Map.of("serviceId", service, "consentId", consent))
                .expect(200);
        Eventually.get(
                "the referral to be sent",
                () -> desk.get("/referrals/" + referral),
                reply -> reply.text("status").equals("SENT"));
        return referral;
    }

    private static List<Reply> atOnce(Callable<Reply> one, Callable<Reply> other) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(2)) {
            List<Future<Reply>> both = new ArrayList<>();
            for (Callable<Reply> call : List.of(one, other)) {
                both.add(threads.submit(() -> {
                    start.await();
                    return call.call();
                }));
            }
            start.countDown();
            return List.of(both.get(0).get(), both.get(1).get());
        }
    }
}
