package org.holdfast.referral.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.holdfast.chassis.security.Tokens;
import org.holdfast.referral.ReferralHouse;
import org.junit.jupiter.api.Test;

class BadInputTest extends ReferralHouse {

    private static final Map<String, Object> GOOD = Map.of("contactId", "c1", "caseId", "k1", "need", "crisis");

    private static Map<String, Object> with(String field, Object value) {
        Map<String, Object> body = new HashMap<>(GOOD);
        body.put(field, value);
        return body;
    }

    @Test
    void refusesAProposalThatCannotBeRight() {
        problem(post(mia(), "/referrals", "{"), 400, "malformed-json");
        problem(post(mia(), "/referrals", with("need", "a-pony")), 422, "unknown-need");
        problem(post(mia(), "/referrals", with("extra", 1)), 422, "unknown-field");
        problem(post(mia(), "/referrals", with("need", 7)), 422, "wrong-type");
        problem(post(mia(), "/referrals", with("language", "not a language")), 422, "invalid-value");
        problem(post(mia(), "/referrals", with("age", 400)), 422, "invalid-value");
        problem(post(mia(), "/referrals", with("place", Map.of("latitude", 91, "longitude", 0))), 422, "invalid-value");
        problem(post(mia(), "/referrals", with("place", Map.of("latitude", 39))), 422, "invalid-value");
        problem(post(mia(), "/referrals", with("place", Map.of("area", "x".repeat(40)))), 422, "invalid-value");
        for (String area : List.of(
                "Maria Lopez",
                "7",
                "21201; call",
                "2".repeat(13),
                "410 555 0137",
                "4105550137",
                "555-0137 41",
                "Zoe Fallon 7",
                "ZOEF 7",
                "21201-",
                "-2")) {
            problem(post(mia(), "/referrals", with("place", Map.of("area", area))), 422, "invalid-value");
        }
        for (String language : List.of("qq", "xqz", "en-maria-lopez", "en-Mari", "en-QQ", "es_US", "en-x-secret")) {
            problem(post(mia(), "/referrals", with("language", language)), 422, "invalid-value");
        }
        problem(post(mia(), "/referrals", with("contactId", "Maria Lopez")), 422, "invalid-value");
        problem(post(mia(), "/referrals", with("need", "x".repeat(1 << 20))), 413, "too-large");
        problem(post(mia(), "/referrals", Map.of("contactId", "c1")), 422, "missing-field");
        assertThat(everythingStored()).doesNotContain("\"k1\"");
    }

    @Test
    void refusesACaseThatIsNotTheContacts() {
        Caller maria = maria();
        heardContact(maria, 1, "en", null);

        problem(
                post(mia(), "/referrals", Map.of("contactId", maria.contactId(), "caseId", "other", "need", "food")),
                422,
                "not-this-case");
    }

    private Map<String, Object> mariaWith(String field, Object value) {
        Caller maria = maria();
        return Map.of("contactId", maria.contactId(), "caseId", maria.caseId(), "need", "crisis", field, value);
    }

    @Test
    void takesLanguagesAndAreasThatThereAre() {
        for (String language : List.of("es", "ase", "zh-Hant-TW", "es-419", "sr-Latn", "EN-us", "bfi", "ssp")) {
            ok(post(mia(), "/referrals", mariaWith("language", language)), 201);
        }
        for (String area : List.of("21201", "SW1A 1AA", "K1A-0B1", "2000")) {
            ok(post(mia(), "/referrals", mariaWith("place", Map.of("area", area))), 201);
        }
    }

    @Test
    void sendsNothingOnceTheContactProvesToBeOfAnotherCase() {
        Caller maria = maria();
        Caller liar = caller(maria.contactId(), maria().caseId());
        heardConsent(liar, "c-" + liar.caseId(), "harbor-crisis-response", false);
        Map<?, ?> proposal = proposed(liar, "crisis");
        heardContact(maria, 1, "en", null);

        problem(
                post(
                        mia(),
                        "/referrals/" + proposal.get("referralId") + "/sending",
                        Map.of(
                                "serviceId",
                                serviceOf(proposal, "harbor-crisis-response"),
                                "consentId",
                                "c-" + liar.caseId())),
                422,
                "not-this-case");
        assertThat(status((String) proposal.get("referralId"))).isEqualTo("PROPOSED");
    }

    @Test
    void knowsNothingOfAReferralThatIsNotThere() {
        Map<String, String> one = Map.of("If-Match", "\"1\"");
        problem(mia().get().uri("/referrals/nobody").exchange(), 404, "referral-not-found");
        problem(mia().get().uri("/referrals/$where").exchange(), 404, "referral-not-found");
        problem(post(mia(), "/referrals/nobody/sending", Map.of("serviceId", "s")), 404, "referral-not-found");
        problem(
                post(mia(), "/referrals/nobody/cancellation", Map.of("reason", "SENT_IN_ERROR"), one),
                404,
                "referral-not-found");
        problem(post(harbor(), "/partner/referrals/nobody/acceptance", "{}", one), 404, "referral-not-found");
    }

    @Test
    void takesBackOnlyForAReasonThatIsTheSenders() {
        String id = (String) proposed(maria(), "food").get("referralId");
        Map<String, String> one = Map.of("If-Match", "\"1\"");

        problem(
                post(mia(), "/referrals/" + id + "/cancellation", Map.of("reason", "SENT_IN_ERROR")),
                428,
                "if-match-missing");
        problem(
                post(mia(), "/referrals/" + id + "/cancellation", Map.of("reason", "CASE_ERASED"), one),
                422,
                "unknown-code");
        problem(post(mia(), "/referrals/" + id + "/cancellation", Map.of("reason", "BORED"), one), 422, "unknown-code");
        assertThat(ok(post(mia(), "/referrals/" + id + "/cancellation", Map.of("reason", "SENT_IN_ERROR"), one), 200)
                        .get("status"))
                .isEqualTo("CANCELLED");
    }

    @Test
    void searchesTheDirectoryOnlyForWhatCanBeRight() {
        problem(mia().get().uri("/directory/services?near=north").exchange(), 422, "invalid-parameter");
        problem(mia().get().uri("/directory/services?near=91,0").exchange(), 422, "invalid-parameter");
        problem(mia().get().uri("/directory/services?within=0").exchange(), 422, "invalid-parameter");
        problem(mia().get().uri("/directory/services?language=%27").exchange(), 422, "invalid-parameter");
        problem(mia().get().uri("/directory/services?q=" + "x".repeat(300)).exchange(), 422, "invalid-parameter");
        problem(mia().get().uri("/directory/services?limit=0").exchange(), 422, "limit-out-of-range");
        Map<?, ?> found = ok(
                mia().get()
                        .uri("/directory/services?q=crisis&near=00101&language=es")
                        .exchange(),
                200);
        assertThat((List<?>) found.get("items")).isNotEmpty();
        assertThat(ok(mia().get().uri("/directory/services?q=*)(%22").exchange(), 200)
                        .get("items"))
                .isNotNull();
    }

    @Test
    void showsWhatTheImportFlagged() {
        Map<?, ?> report = ok(mia().get().uri("/directory/report").exchange(), 200);

        assertThat(report.get("source")).isEqualTo("fictional");
        assertThat(((Map<?, ?>) report.get("counts")).get("services")).isEqualTo(20);
        with(Tokens.shared().client("agency-harbor", "referrals.respond"))
                .get()
                .uri("/directory/report")
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void saysInItsHealthWhatTheDirectoryIs() {
        assertThat(anybody()
                        .get()
                        .uri("/health")
                        .exchange()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody())
                .contains("\"directory\"")
                .contains("fictional");
    }
}
