package org.holdfast.referral.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.holdfast.chassis.security.Tokens;
import org.holdfast.referral.ReferralHouse;
import org.holdfast.referral.domain.Partner;
import org.holdfast.referral.store.Partners;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** People of a partner agency, who sign in themselves; the register here says whose they are. */
class PartnerPeopleTest extends ReferralHouse {

    @Test
    void answerForTheirAgencyAndTheHistoryNamesThem() {
        String id = sentToHarbor(maria());
        String path = "/partner/referrals/" + id;
        INTAKE.answersFirst();

        // the inbox is written behind the answer
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(ok(
                                        hal().get()
                                                .uri("/partner/referrals?limit=200")
                                                .exchange(),
                                        200)
                                .toString())
                        .contains(id));
        Map<?, ?> seen = ok(hal().get().uri(path).exchange(), 200);
        ok(post(hal(), path + "/acceptance", "{}", ifMatch(seen)), 200);
        ok(hal().get().uri(path + "/person").exchange(), 200);
        ok(post(harbor(), path + "/outcome", Map.of("outcome", "GOT_HELP")), 200);

        assertThat(history(id))
                .containsExactlyInAnyOrder(
                        "ServicesProposed by mia",
                        "ReferralSent by mia",
                        "ReferralOpened by hal",
                        "ReferralAccepted by hal",
                        "DetailsAsked by hal",
                        "ReferralCompleted by agency-harbor");
    }

    @Test
    void seeNothingOfAnotherAgency() {
        String id = sentToHarbor(maria());
        Map<String, String> current = ifMatch(harborSees(id));

        everyRoute(id, current).forEach(route -> problem(route.apply(sia()), 404, "referral-not-found"));
        assertThat(ok(sia().get().uri("/partner/referrals?limit=200").exchange(), 200)
                        .toString())
                .doesNotContain(id);
        assertThat(status(id)).isEqualTo("OPENED");
        assertThat(history(id)).noneMatch(line -> line.endsWith("by sia"));
    }

    @Test
    void whoIsBoundToNoAgencySeesNothingWhateverTheTokenClaims() {
        String id = sentToHarbor(maria());
        Map<String, String> current = ifMatch(harborSees(id));
        WebTestClient nobody = with(Tokens.shared()
                .token(claims -> claims.subject("nia")
                        .claim("client_id", "holdfast-console")
                        .claim("partner", "harbor-crisis-response")
                        .claim("roles", List.of("partner"))));

        everyRoute(id, current).forEach(route -> problem(route.apply(nobody), 403, "no-such-partner"));
        problem(nobody.get().uri("/partner/referrals").exchange(), 403, "no-such-partner");
    }

    @Test
    void whoIsBoundButHasNotTheRoleIsTurnedAway() {
        String id = sentToHarbor(maria());
        Map<String, String> current = ifMatch(harborSees(id));
        WebTestClient operator = with(Tokens.shared().person("hal", "operator"));
        WebTestClient byScope = with(Tokens.shared()
                .token(claims -> claims.subject("hal")
                        .claim("client_id", "holdfast-console")
                        .claim("scope", List.of("referrals.respond"))));

        everyRoute(id, current).forEach(route -> problem(route.apply(operator), 403, "not-permitted"));
        everyRoute(id, current).forEach(route -> problem(route.apply(byScope), 403, "no-such-partner"));
    }

    @Test
    void countAsThemselvesWhicheverProgramTheySignedInWith() {
        String id = sentToHarbor(maria());
        WebTestClient siaByHarborsProgram = with(Tokens.shared()
                .token(claims -> claims.subject("sia")
                        .claim("client_id", "agency-harbor")
                        .claim("scope", List.of("referrals.respond"))
                        .claim("roles", List.of("partner"))));

        problem(siaByHarborsProgram.get().uri("/partner/referrals/" + id).exchange(), 404, "referral-not-found");
    }

    @Test
    void doNothingAtTheDesk() {
        String id = sentToHarbor(maria());

        problem(hal().get().uri("/referrals/" + id).exchange(), 403, "not-permitted");
        problem(hal().get().uri("/referrals/" + id + "/history").exchange(), 403, "not-permitted");
        problem(mia().get().uri("/referrals/none/history").exchange(), 404, "referral-not-found");
    }

    @Test
    void askingForTheDetailsIsRememberedEvenIfIntakeSaysNoAndMakesNothingStale() {
        String id = sentToHarbor(maria());
        harborAccepts(id);
        Map<String, String> current = ifMatch(harborSees(id));

        INTAKE.answersFirst("403 consent-not-in-force");
        problem(hal().get().uri("/partner/referrals/" + id + "/person").exchange(), 403, "consent-not-in-force");
        INTAKE.answersFirst();
        ok(hal().get().uri("/partner/referrals/" + id + "/person").exchange(), 200);

        assertThat(history(id)).filteredOn("DetailsAsked by hal"::equals).hasSize(2);
        ok(post(mia(), "/referrals/" + id + "/cancellation", Map.of("reason", "OTHER_HELP_FOUND"), current), 200);
    }

    @Test
    void belongToOneAgencyOnly() {
        Partner harbor = new Partner("harbor", "agency-harbor", "Harbor", null, Set.of("hal"));
        Partner shelter = new Partner("shelter", "agency-shelter", "Shelter", null, Set.of("hal"));

        assertThatThrownBy(() -> new Partners(List.of(harbor, shelter))).hasMessageContaining("hal");
    }

    private static List<Function<WebTestClient, ResponseSpec>> everyRoute(String id, Map<String, String> current) {
        String path = "/partner/referrals/" + id;
        return List.of(
                who -> who.get().uri(path).exchange(),
                who -> who.get().uri(path + "/person").exchange(),
                who -> post(who, path + "/acceptance", "{}", current),
                who -> post(who, path + "/decline", Map.of("reason", "NO_CAPACITY", "by", "PROVIDER"), current),
                who -> post(who, path + "/outcome", Map.of("outcome", "GOT_HELP")));
    }

    private List<String> history(String id) {
        Map<?, ?> history = ok(mia().get().uri("/referrals/" + id + "/history").exchange(), 200);
        return ((List<?>) history.get("entries"))
                .stream()
                        .map(entry -> (Map<?, ?>) entry)
                        .map(entry -> entry.get("what") + " by " + entry.get("actor"))
                        .toList();
    }
}
