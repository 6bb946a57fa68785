package org.holdfast.referral.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.holdfast.chassis.journal.Entry;
import org.holdfast.chassis.journal.Handling;
import org.holdfast.chassis.testkit.Seeds;
import org.holdfast.contracts.intake.CaseErased;
import org.holdfast.contracts.intake.ConsentRecorded;
import org.holdfast.referral.ReferralHouse;
import org.holdfast.referral.domain.Consent;
import org.holdfast.referral.domain.ReferralCommand;
import org.holdfast.referral.domain.ReferralEvent;
import org.holdfast.referral.domain.ReferralState;
import org.holdfast.referral.store.HeardConsents;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class HearingTest extends ReferralHouse {

    private static final String HARBOR = "harbor-crisis-response";

    @Autowired
    private HeardConsents consents;

    @Autowired
    private HeardBefore heardBefore;

    @Autowired
    private Handling<ReferralState, ReferralCommand, ReferralEvent> referrals;

    @Test
    void believesAWithdrawalThatOvertookItsConsent() {
        Caller maria = maria();
        String consentId = "c-" + UUID.randomUUID();
        heardConsent(maria, consentId, HARBOR, true);
        heardConsent(maria, consentId, HARBOR, false);
        Map<?, ?> proposal = proposed(maria, "crisis");

        problem(
                post(
                        mia(),
                        "/referrals/" + proposal.get("referralId") + "/sending",
                        Map.of("serviceId", serviceOf(proposal, HARBOR), "consentId", consentId)),
                409,
                "consent-does-not-cover");
    }

    @Test
    void hearsTheSameConsentTwiceWithoutSendingTwice() {
        Caller maria = maria();
        String id = waiting(maria, "twice-" + maria.caseId());

        heardConsent(maria, "twice-" + maria.caseId(), HARBOR, false);
        heardConsent(maria, "twice-" + maria.caseId(), HARBOR, false);

        eventuallyIs("SENT", () -> status(id));
        eventually(() -> wasTold("referral.sent", id));
        assertThat(told)
                .filteredOn(one ->
                        one.type().contains("referral.sent") && one.data().contains(id))
                .hasSize(1);
    }

    @Test
    void findsAConsentThatWasHeardWhileTheReferralWasBeingWritten() {
        Caller maria = maria();
        String consentId = "between-" + maria.caseId();
        String id = waiting(maria, consentId);
        consents.heard(
                        new Consent(
                                consentId,
                                maria.contactId(),
                                maria.caseId(),
                                HARBOR,
                                NOON.plus(Duration.ofDays(9)),
                                false),
                        5)
                .block(Duration.ofSeconds(5));
        Entry<ReferralState> entry = referrals.load("referral/" + id).block(Duration.ofSeconds(5));

        heardBefore.project(entry, List.of()).block(Duration.ofSeconds(5));

        assertThat(status(id)).isEqualTo("SENT");
    }

    @Test
    void aReferralThatWaitsUnderTheWrongCaseIsNotSentByAConsentOfThatCaseNorOfItsContact() {
        Caller maria = maria();
        Caller john = maria();
        Caller mixedUp = caller(maria.contactId(), john.caseId());
        String byJohns = waiting(mixedUp, "johns-" + john.caseId());
        String byMarias = waiting(mixedUp, "marias-" + maria.caseId());

        heardContact(maria, 1, "en", null);
        heardConsent(john, "johns-" + john.caseId(), HARBOR, false);
        heardConsent(maria, "marias-" + maria.caseId(), HARBOR, false);

        for (String id : List.of(byJohns, byMarias)) {
            eventuallyIs("PROPOSED", () -> status(id));
            assertThat(ok(mia().get().uri("/referrals/" + id).exchange(), 200).get("fellBack"))
                    .isEqualTo("CONSENT_DOES_NOT_COVER");
            assertThat(told)
                    .noneMatch(one ->
                            one.type().contains("referral.sent") && one.data().contains(id));
        }
    }

    @Test
    void tellsAgainWhenSomebodyAsksAgainAndNothingIsNew() {
        Caller maria = maria();
        heardContact(maria, 1, "en", null);
        String id = sentToHarbor(maria);
        eventually(() -> wasTold("referral.sent", id));
        eventually(
                "the referral is linked to its case", () -> everythingStored().contains("case/" + maria.caseId()));
        told.clear();

        contacts.hear(heard(
                        new ConsentRecorded(
                                "other", maria.contactId(), maria.caseId(), 1, HARBOR, List.of(), NOON, false, NOON),
                        false))
                .block(Duration.ofSeconds(5));
        assertThat(told).noneMatch(one -> one.data().contains(id));
        contacts.hear(heard(
                        new ConsentRecorded(
                                "other", maria.contactId(), maria.caseId(), 1, HARBOR, List.of(), NOON, false, NOON),
                        true))
                .block(Duration.ofSeconds(5));

        assertThat(told)
                .anyMatch(one -> one.retold()
                        && one.type().contains("referral.sent")
                        && one.data().contains(id));
    }

    @Test
    void saysAgainThatTheKeyIsGone() {
        Caller maria = maria();
        hear(new CaseErased(maria.caseId(), NOON));
        eventually(() -> wasTold("key-destroyed", maria.caseId()));
        told.clear();

        hear(new CaseErased(maria.caseId(), NOON));
        assertThat(told).isEmpty();
        contacts.hear(heard(new CaseErased(maria.caseId(), NOON), true)).block(Duration.ofSeconds(5));

        assertThat(told)
                .anyMatch(one ->
                        one.type().contains("key-destroyed") && one.data().contains(maria.caseId()));
    }

    @Test
    void endsTheSameHoweverOftenAndInWhateverOrderItHears() {
        Random random = Seeds.random(getClass());
        for (int run = 0; run < 15; run++) {
            Caller maria = maria();
            String consentId = "shuffled-" + maria.caseId();
            boolean withdrawn = random.nextBoolean();
            String id = waiting(maria, consentId);
            List<Runnable> messages = new ArrayList<>(List.of(
                    () -> heardContact(maria, 1, "en", null),
                    () -> heardContact(maria, 2, "es", null),
                    () -> heardCode(maria, 4, "D"),
                    () -> heardConsent(maria, consentId, HARBOR, false)));
            if (withdrawn) {
                messages.add(() -> heardConsent(maria, consentId, HARBOR, true));
            }
            messages.addAll(List.copyOf(messages));
            Collections.shuffle(messages, random);

            messages.forEach(Runnable::run);

            if (withdrawn) {
                eventually(
                        "it is not with the partner",
                        () -> List.of("PROPOSED", "CANCELLED").contains(status(id)));
            } else {
                eventuallyIs("SENT", () -> status(id));
                eventually("it is told", () -> wasTold("referral.sent", id));
                assertThat(told)
                        .filteredOn(one -> one.type().contains("referral.sent")
                                && one.data().contains(id))
                        .hasSize(1);
            }
        }
    }

    private String waiting(Caller caller, String consentId) {
        Map<?, ?> proposal = proposed(caller, "crisis");
        String id = (String) proposal.get("referralId");
        Map<?, ?> sending = ok(
                post(
                        mia(),
                        "/referrals/" + id + "/sending",
                        Map.of("serviceId", serviceOf(proposal, HARBOR), "consentId", consentId)),
                200);
        assertThat(sending.get("status")).isEqualTo("WAITING_FOR_CONSENT");
        return id;
    }
}
