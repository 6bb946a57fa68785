package org.holdfast.intake.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.intake.service.Call.body;
import static org.holdfast.intake.service.Call.fresh;
import static org.holdfast.intake.service.Call.post;
import static org.holdfast.intake.service.Call.problem;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;

class DisclosureTest {

    private final House house = House.open();
    private Call call = Call.opened(house);

    @Test
    void givesWhatTheConsentCoversAndNothingElseAndWritesItDown() {
        String consentId = consent("NAME", "PHONE");
        body(post(house.mia(), call.path("/notes"), fresh(), Map.of("text", Call.NOTE)), 201);
        accepted(consentId);

        Map<String, Object> disclosed = body(asked("harbour", fresh()), 200);

        assertThat(disclosed)
                .containsEntry("name", Call.NAME)
                .containsEntry("phone", Call.NUMBER)
                .containsEntry("notes", List.of());
        assertThat(call.trail("DetailsDisclosed").toString())
                .contains("partner=harbour", "consentId=" + consentId, "actor=referral-service");
    }

    @Test
    void givesThePersonAtRiskAndNothingOfWhoCallsAboutThem() {
        call = Call.aboutAnother(house, "Noah Featherstonehaugh");
        accepted(consent("NAME", "PHONE"));

        Map<String, Object> disclosed = body(asked("harbour", fresh()), 200);

        assertThat(disclosed).containsEntry("name", "Noah Featherstonehaugh");
        assertThat(disclosed.toString()).doesNotContain(Call.NAME, Call.NUMBER);
    }

    @Test
    void givesNotesOnlyWhereTheConsentNamesThem() {
        String consentId = consent("NOTE");
        body(post(house.mia(), call.path("/notes"), fresh(), Map.of("text", Call.NOTE)), 201);
        accepted(consentId);

        assertThat(body(asked("harbour", fresh()), 200).toString())
                .contains(Call.NOTE)
                .doesNotContain(Call.NAME, Call.NUMBER);
    }

    @Test
    void givesNothingBeforeTheAcceptanceWasHeard() {
        String consentId = consent("NAME");
        house.say(Others.sent(call, consentId));

        WebTestClient.ResponseSpec answer = asked("harbour", fresh());
        answer.expectHeader().valueEquals("Retry-After", "1");
        problem(answer, 409, "acceptance-not-heard");
        assertThat(call.version()).isEqualTo(2);
    }

    @Test
    void givesNothingToAnotherPartner() {
        accepted(consent("NAME"));

        problem(asked("lighthouse", fresh()), 403, "acceptance-not-yours");
    }

    @Test
    void givesNothingAfterTheConsentWasTakenBackNotEvenToARepeat() {
        String consentId = consent("NAME");
        accepted(consentId);
        String key = fresh();
        body(asked("harbour", key), 200);
        body(post(house.mia(), call.path("/consents/" + consentId + "/withdrawal"), fresh()), 200);

        problem(asked("harbour", fresh()), 403, "consent-not-in-force");
        problem(asked("harbour", key), 403, "consent-not-in-force");
    }

    @Test
    void givesNothingAfterTheReferralWasCancelled() {
        accepted(consent("NAME"));
        house.say(Others.cancelled(call));
        House.until(call::outcome, seen -> seen.toString().contains("state=CANCELLED"));

        problem(asked("harbour", fresh()), 403, "acceptance-not-in-force");
    }

    @Test
    void givesNothingWhereCaseAndContactDoNotBelongTogether() {
        accepted(consent("NAME"));
        Call other = Call.opened(house);

        problem(
                post(
                        house.referral(),
                        "/disclosures",
                        fresh(),
                        Map.of(
                                "referralId",
                                "ref-" + call.contactId,
                                "caseId",
                                other.caseId,
                                "contactId",
                                call.contactId,
                                "partner",
                                "harbour")),
                404,
                "contact-not-found");
    }

    @Test
    void aConsentIsToldWithoutAnybodysNameAndSoIsItsWithdrawal() {
        String consentId = consent("NAME");
        body(post(house.mia(), call.path("/consents/" + consentId + "/withdrawal"), fresh()), 200);

        List<House.Told> told = House.until(() -> house.toldOf(consentId), all -> all.size() == 2);
        assertThat(told)
                .allSatisfy(one -> assertThat(one.json()).contains("harbour").doesNotContain("Ruth"));
        assertThat(told).extracting(House.Told::json).anyMatch(json -> json.contains("\"withdrawn\":true"));
    }

    private String consent(String... scopes) {
        return (String) body(
                        post(
                                house.mia(),
                                call.path("/consents"),
                                fresh(),
                                Map.of(
                                        "recipient", "harbour",
                                        "scopes", List.of(scopes),
                                        "until",
                                                house.clock
                                                        .instant()
                                                        .plus(Duration.ofDays(7))
                                                        .toString())),
                        201)
                .get("consentId");
    }

    private void accepted(String consentId) {
        house.say(Others.accepted(call, consentId));
        House.until(call::outcome, seen -> seen.toString().contains("state=ACCEPTED"));
    }

    private WebTestClient.ResponseSpec asked(String partner, String key) {
        return post(
                house.referral(),
                "/disclosures",
                key,
                Map.of(
                        "referralId",
                        "ref-" + call.contactId,
                        "caseId",
                        call.caseId,
                        "contactId",
                        call.contactId,
                        "partner",
                        partner));
    }
}
