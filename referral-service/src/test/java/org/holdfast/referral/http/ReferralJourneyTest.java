package org.holdfast.referral.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.holdfast.chassis.security.Tokens;
import org.holdfast.contracts.intake.CaseErased;
import org.holdfast.contracts.intake.Place;
import org.holdfast.referral.ReferralHouse;
import org.junit.jupiter.api.Test;

class ReferralJourneyTest extends ReferralHouse {

    @Test
    void goesFromTheProposalToTheOutcome() {
        Caller maria = maria();
        String id = sentToHarbor(maria);
        eventually(() -> wasTold("proposed", id) && wasTold("referral.sent", id));

        Map<?, ?> seen = harborSees(id);
        assertThat(seen.get("status")).isEqualTo("OPENED");
        ok(post(harbor(), "/partner/referrals/" + id + "/acceptance", "{}", ifMatch(seen)), 200);
        assertThat(status(id)).isEqualTo("ACCEPTED");

        INTAKE.answersFirst();
        Map<?, ?> person =
                ok(harbor().get().uri("/partner/referrals/" + id + "/person").exchange(), 200);
        assertThat(person.get("name")).isEqualTo("Maria Lopez");

        ok(post(harbor(), "/partner/referrals/" + id + "/outcome", Map.of("outcome", "GOT_HELP")), 200);
        assertThat(status(id)).isEqualTo("COMPLETED");
        eventually(() -> wasTold("accepted", id) && wasTold("completed", id));
        harbor().get()
                .uri("/partner/referrals/" + id + "/person")
                .exchange()
                .expectStatus()
                .isEqualTo(409);
    }

    @Test
    void explainsEachCandidateAndSaysWhoTakesReferrals() {
        List<?> candidates = (List<?>) proposed(maria(), "crisis").get("candidates");

        assertThat(candidates).isNotEmpty().allSatisfy(one -> {
            Map<?, ?> candidate = (Map<?, ?>) one;
            assertThat((List<?>) candidate.get("verdicts")).hasSize(8);
            assertThat((List<?>) candidate.get("reasons")).isNotEmpty();
            assertThat(candidate.get("takesReferrals")).isEqualTo(candidate.get("partner") != null);
        });
    }

    @Test
    void takesWhatIsLeftOutFromTheContact() {
        Caller maria = maria();
        heardContact(maria, 1, "es", new Place("00101", null, null));

        Map<?, ?> proposal = ok(
                post(
                        mia(),
                        "/referrals",
                        Map.of("contactId", maria.contactId(), "caseId", maria.caseId(), "need", "shelter")),
                201);

        Map<?, ?> first = (Map<?, ?>) ((List<?>) proposal.get("candidates")).getFirst();
        assertThat((List<Object>) (List<?>) first.get("reasons"))
                .anyMatch(reason -> reason.toString().contains("es spoken"));
    }

    @Test
    void recordsAndTellsAnUnmetNeed() {
        String id = (String) proposed(maria(), "financial-help").get("referralId");

        eventually(() -> told.stream()
                .anyMatch(one -> one.type().contains("proposed")
                        && one.data().contains(id)
                        && one.data().contains("\"candidates\":0")));
        eventually(() -> ok(
                        with(Tokens.shared().person("sol", "supervisor"))
                                .get()
                                .uri("/unmet-needs?limit=200")
                                .exchange(),
                        200)
                .toString()
                .contains(id));
    }

    @Test
    void sendsNothingWithoutAConsent() {
        Map<?, ?> proposal = proposed(maria(), "crisis");
        String path = "/referrals/" + proposal.get("referralId") + "/sending";

        problem(
                post(mia(), path, Map.of("serviceId", serviceOf(proposal, "harbor-crisis-response"))),
                422,
                "consent-required");
        assertThat(status((String) proposal.get("referralId"))).isEqualTo("PROPOSED");
    }

    @Test
    void sendsNothingByAConsentThatNamesAnotherPartner() {
        Caller maria = maria();
        heardConsent(maria, "c-" + maria.caseId(), "city-shelter-network", false);
        Map<?, ?> proposal = proposed(maria, "crisis");

        problem(
                post(
                        mia(),
                        "/referrals/" + proposal.get("referralId") + "/sending",
                        Map.of(
                                "serviceId",
                                serviceOf(proposal, "harbor-crisis-response"),
                                "consentId",
                                "c-" + maria.caseId())),
                409,
                "consent-does-not-cover");
    }

    @Test
    void waitsForAConsentAndIsSentByItselfWhenItIsHeard() {
        Caller maria = maria();
        Map<?, ?> proposal = proposed(maria, "crisis");
        String id = (String) proposal.get("referralId");
        Map<?, ?> waiting = ok(
                post(
                        mia(),
                        "/referrals/" + id + "/sending",
                        Map.of(
                                "serviceId",
                                serviceOf(proposal, "harbor-crisis-response"),
                                "consentId",
                                "late-" + maria.caseId())),
                200);
        assertThat(waiting.get("status")).isEqualTo("WAITING_FOR_CONSENT");
        harbor().get().uri("/partner/referrals/" + id).exchange().expectStatus().isNotFound();

        heardConsent(maria, "late-" + maria.caseId(), "harbor-crisis-response", false);

        eventuallyIs("SENT", () -> status(id));
        eventually(() -> wasTold("referral.sent", id));
    }

    @Test
    void goesBackToTheOperatorWhenTheConsentIsNotHeardInFiveMinutes() {
        Caller maria = maria();
        Map<?, ?> proposal = proposed(maria, "crisis");
        String id = (String) proposal.get("referralId");
        ok(
                post(
                        mia(),
                        "/referrals/" + id + "/sending",
                        Map.of("serviceId", serviceOf(proposal, "harbor-crisis-response"), "consentId", "never")),
                200);

        clock.forward(Duration.ofMinutes(5));

        eventuallyIs("PROPOSED", () -> status(id));
        assertThat(ok(mia().get().uri("/referrals/" + id).exchange(), 200).get("fellBack"))
                .isEqualTo("CONSENT_NOT_HEARD");
    }

    @Test
    void expiresAnEmergentReferralAfterThirtyMinutes() {
        Caller maria = maria();
        heardCode(maria, 3, "B");
        String id = sentToHarbor(maria);

        clock.forward(Duration.ofMinutes(30));

        eventuallyIs("EXPIRED", () -> status(id));
        eventually(() -> wasTold("expired", id));
    }

    @Test
    void takesItBackWhenTheConsentIsWithdrawn() {
        Caller maria = maria();
        String id = sentToHarbor(maria);
        harborAccepts(id);
        String consentId =
                (String) ok(mia().get().uri("/referrals/" + id).exchange(), 200).get("consentId");

        heardConsent(maria, consentId, "harbor-crisis-response", true);

        eventuallyIs("CANCELLED", () -> status(id));
        assertThat(ok(mia().get().uri("/referrals/" + id).exchange(), 200).get("reason"))
                .isEqualTo("CONSENT_WITHDRAWN");
        problem(harbor().get().uri("/partner/referrals/" + id + "/person").exchange(), 409, "referral-not-accepted");
    }

    @Test
    void makesOnlyOneReferralOfARepeatedRequest() {
        Caller maria = maria();
        Map<String, String> body = Map.of("contactId", maria.contactId(), "caseId", maria.caseId(), "need", "crisis");
        Map<String, String> key = Map.of("Idempotency-Key", "same-" + UUID.randomUUID());

        Object first = ok(post(mia(), "/referrals", body, key), 201).get("referralId");
        Object second = ok(post(mia(), "/referrals", body, key), 201).get("referralId");

        assertThat(second).isEqualTo(first);
        problem(
                post(
                        mia(),
                        "/referrals",
                        Map.of("contactId", maria.contactId(), "caseId", maria.caseId(), "need", "food"),
                        key),
                422,
                "idempotency-key-reused");
    }

    @Test
    void erasesTheCaseAndSaysSo() {
        Caller maria = maria();
        String id = sentToHarbor(maria);
        ok(
                post(
                        harbor(),
                        "/partner/referrals/" + id + "/decline",
                        Map.of("reason", "OTHER", "by", "PROVIDER", "note", "She is a cousin of mine"),
                        ifMatch(harborSees(id))),
                200);
        Caller john = maria();
        String open = sentToHarbor(john);

        hear(new CaseErased(maria.caseId(), NOON));
        hear(new CaseErased(john.caseId(), NOON));

        assertThat(told)
                .anyMatch(one ->
                        one.type().contains("key-destroyed") && one.data().contains(maria.caseId()));
        eventuallyIs("CANCELLED", () -> status(open));
        problem(mia().get().uri("/referrals/" + id + "/note").exchange(), 410, "case-erased");
        eventuallyIs(
                "CANCELLED", () -> status((String) proposed(maria, "crisis").get("referralId")));
    }
}
