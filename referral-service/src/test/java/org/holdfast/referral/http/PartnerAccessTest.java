package org.holdfast.referral.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.holdfast.chassis.security.Tokens;
import org.holdfast.referral.FakeIntake;
import org.holdfast.referral.ReferralHouse;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;

class PartnerAccessTest extends ReferralHouse {

    @Test
    void showsThePartnerNeedAreaLanguageAndTimeAndNothingElse() {
        Caller maria = maria();
        String id = sentToHarbor(maria);

        String seen = new String(harbor().get()
                .uri("/partner/referrals/" + id)
                .exchange()
                .expectBody()
                .returnResult()
                .getResponseBody());
        String listed = new String(harbor().get()
                .uri("/partner/referrals?limit=200")
                .exchange()
                .expectBody()
                .returnResult()
                .getResponseBody());

        assertThat(seen + listed).contains(id).doesNotContain(maria.contactId()).doesNotContain(maria.caseId());
        assertThat(harborSees(id).keySet().stream().map(Object::toString))
                .containsExactlyInAnyOrder(
                        "referralId", "version", "status", "serviceId", "need", "area", "language", "respondBy");
    }

    @Test
    void showsAnotherAgencyNothingOfIt() {
        Caller maria = maria();
        String id = sentToHarbor(maria);
        Map<String, String> current = ifMatch(harborSees(id));
        String path = "/partner/referrals/" + id;

        problem(shelter().get().uri(path).exchange(), 404, "referral-not-found");
        problem(shelter().get().uri(path + "/person").exchange(), 404, "referral-not-found");
        problem(post(shelter(), path + "/acceptance", "{}", current), 404, "referral-not-found");
        problem(
                post(shelter(), path + "/decline", Map.of("reason", "NO_CAPACITY", "by", "PROVIDER"), current),
                404,
                "referral-not-found");
        problem(post(shelter(), path + "/outcome", Map.of("outcome", "GOT_HELP")), 404, "referral-not-found");
        assertThat(ok(shelter().get().uri("/partner/referrals?limit=200").exchange(), 200)
                        .toString())
                .doesNotContain(id);
        assertThat(status(id)).isEqualTo("OPENED");
    }

    @Test
    void bindsAnAgencyToItsClientHereAndNotByAClaim() {
        String pretender = Tokens.shared()
                .token(claims -> claims.subject("agency-stranger")
                        .claim("client_id", "agency-stranger")
                        .claim("partner", "harbor-crisis-response")
                        .claim("scope", List.of("referrals.respond")));

        problem(with(pretender).get().uri("/partner/referrals").exchange(), 403, "no-such-partner");
    }

    @Test
    void wantsToKnowWhatThePartnerSawBeforeItAnswers() {
        String id = sentToHarbor(maria());
        String path = "/partner/referrals/" + id + "/acceptance";
        Map<String, String> current = ifMatch(harborSees(id));

        problem(post(harbor(), path, "{}"), 428, "if-match-missing");
        problem(post(harbor(), path, "{}", Map.of("If-Match", "\"1\"")), 412, "stale");
        ok(post(harbor(), path, "{}", current), 200);
    }

    @Test
    void letsOnlyOneOfAcceptAndCancelWin() {
        String id = sentToHarbor(maria());
        Map<String, String> current = ifMatch(harborSees(id));
        Stream<CompletableFuture<Integer>> both = Stream.of(
                CompletableFuture.supplyAsync(
                        () -> code(post(harbor(), "/partner/referrals/" + id + "/acceptance", "{}", current))),
                CompletableFuture.supplyAsync(() -> code(post(
                        mia(), "/referrals/" + id + "/cancellation", Map.of("reason", "OTHER_HELP_FOUND"), current))));

        assertThat(both.toList().stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(200, 412);
        assertThat(status(id)).isIn("ACCEPTED", "CANCELLED");
    }

    @Test
    void asksAgainWhileIntakeHasNotHeardOfTheAcceptanceAndKeepsNothing() {
        String id = sentToHarbor(maria());
        harborAccepts(id);
        INTAKE.answersFirst("409 acceptance-not-heard", "409 acceptance-not-heard");

        Map<?, ?> person =
                ok(harbor().get().uri("/partner/referrals/" + id + "/person").exchange(), 200);

        assertThat(person.get("phone")).isEqualTo("+1 555 0100");
        List<FakeIntake.Request> asked = INTAKE.requests("/disclosures");
        assertThat(asked).hasSize(3).allSatisfy(request -> {
            assertThat(request.authorization()).isEqualTo("Bearer own-token");
            assertThat(request.body()).contains(id).contains("harbor-crisis-response");
            assertThat(request.key()).isEqualTo(asked.getFirst().key());
        });
        assertThat(everythingStored()).doesNotContain("Maria Lopez").doesNotContain("555 0100");
    }

    @Test
    void saysWhyIntakeDoesNotDisclose() {
        String id = sentToHarbor(maria());
        harborAccepts(id);
        String path = "/partner/referrals/" + id + "/person";

        INTAKE.answersFirst("403 consent-not-in-force");
        problem(harbor().get().uri(path).exchange(), 403, "consent-not-in-force");
        INTAKE.answersFirst("500 unexpected");
        problem(harbor().get().uri(path).exchange(), 503, "intake-unavailable");
        INTAKE.answersFirst(
                Stream.generate(() -> "409 acceptance-not-heard").limit(60).toArray(String[]::new));
        problem(harbor().get().uri(path).exchange(), 409, "acceptance-not-heard");
    }

    @Test
    void givesNoDetailsBeforeItIsAccepted() {
        String id = sentToHarbor(maria());
        INTAKE.answersFirst();

        problem(harbor().get().uri("/partner/referrals/" + id + "/person").exchange(), 409, "referral-not-accepted");
        assertThat(INTAKE.requests("/disclosures")).isEmpty();
    }

    @Test
    void keepsAPartnersNoteInTheVaultOnly() {
        String id = sentToHarbor(maria());
        String note = "No bed before Tuesday, ask for Sister Agnes";

        ok(
                post(
                        harbor(),
                        "/partner/referrals/" + id + "/decline",
                        Map.of("reason", "NO_CAPACITY", "by", "PROVIDER", "note", note),
                        ifMatch(harborSees(id))),
                200);

        assertThat(ok(mia().get().uri("/referrals/" + id + "/note").exchange(), 200)
                        .get("note"))
                .isEqualTo(note);
        eventually(() -> wasTold("declined", id));
        assertThat(everythingStored()).doesNotContain("Sister Agnes").contains(id);
        assertThat(told).noneMatch(one -> one.data().contains("Sister Agnes"));
        harbor().get()
                .uri("/referrals/" + id + "/note")
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void refusesAnAnswerThatCannotBeRight() {
        String id = sentToHarbor(maria());
        Map<String, String> current = ifMatch(harborSees(id));
        String decline = "/partner/referrals/" + id + "/decline";

        problem(post(harbor(), decline, Map.of("reason", "BORED", "by", "PROVIDER"), current), 422, "unknown-code");
        problem(post(harbor(), decline, Map.of("by", "PROVIDER"), current), 422, "missing-field");
        problem(post(harbor(), decline, Map.of("reason", "OTHER", "by", "PROVIDER"), current), 422, "note-required");
        problem(
                post(harbor(), decline, Map.of("reason", "NO_CAPACITY", "by", "PROVIDER", "who", "x"), current),
                422,
                "unknown-field");
        problem(
                post(
                        harbor(),
                        decline,
                        Map.of("reason", "NO_CAPACITY", "by", "PROVIDER", "note", "x".repeat(5_000)),
                        current),
                422,
                "note-too-long");
        problem(
                post(harbor(), "/partner/referrals/" + id + "/outcome", Map.of("outcome", "GOT_HELP")),
                409,
                "referral-not-accepted");
        problem(
                post(harbor(), "/partner/referrals/" + id + "/outcome", "{\"outcome\":", Map.of()),
                400,
                "malformed-json");
        assertThat(status(id)).isEqualTo("OPENED");
    }

    private static int code(WebTestClient.ResponseSpec answer) {
        return answer.returnResult(byte[].class).getStatus().value();
    }
}
