package org.holdfast.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.holdfast.chassis.stream.Heard;
import org.holdfast.contracts.BusMessage;
import org.holdfast.contracts.MessageType;
import org.holdfast.contracts.intake.ConsentRecorded;
import org.holdfast.contracts.intake.ContactRecorded;
import org.holdfast.contracts.intake.Place;
import org.holdfast.contracts.triage.AssessmentChanged;
import reactor.core.publisher.Flux;

/** What is heard of a caller, and what the caller's referral goes through. */
public abstract class ReferralHouse extends RunningReferral {

    // what is heard

    /** A person who called, with a contact, a case and consents of their own. */
    protected record Caller(String contactId, String caseId) {}

    protected Caller maria() {
        String id = UUID.randomUUID().toString();
        return new Caller("contact-" + id, "case-" + id);
    }

    protected static Caller caller(String contactId, String caseId) {
        return new Caller(contactId, caseId);
    }

    protected void heardContact(Caller caller, long version, String language, Place place) {
        hear(new ContactRecorded(
                caller.contactId(),
                caller.caseId(),
                version,
                "PHONE",
                "SELF",
                language,
                place,
                List.of("crisis"),
                List.of(),
                "OPEN",
                null,
                NOON,
                NOON));
    }

    protected void heardCode(Caller caller, long version, String code) {
        AssessmentChanged assessment = new AssessmentChanged(
                caller.contactId(),
                caller.caseId(),
                1,
                version,
                code,
                null,
                List.of(),
                List.of(),
                List.of(),
                "p",
                "1",
                NOON);
        assessments.hear(heard(assessment, false)).block(Duration.ofSeconds(10));
    }

    protected void heardConsent(Caller caller, String consentId, String recipient, boolean withdrawn) {
        hear(new ConsentRecorded(
                consentId,
                caller.contactId(),
                caller.caseId(),
                withdrawn ? 9 : 5,
                recipient,
                List.of("NAME", "PHONE"),
                clock.instant().plus(Duration.ofDays(60)),
                withdrawn,
                clock.instant()));
    }

    protected void hear(BusMessage message) {
        contacts.hear(heard(message, false)).block(Duration.ofSeconds(10));
    }

    protected static Heard<BusMessage> heard(BusMessage message, boolean retold) {
        return new Heard<>(
                UUID.randomUUID().toString(),
                MessageType.of(message.getClass()).type(),
                "intake",
                null,
                retold,
                NOON,
                message);
    }

    // what a caller's referral goes through

    protected Map<?, ?> proposed(Caller caller, String need) {
        return ok(
                post(
                        mia(),
                        "/referrals",
                        Map.of(
                                "contactId", caller.contactId(),
                                "caseId", caller.caseId(),
                                "need", need,
                                "language", "en",
                                "place", Map.of("latitude", 39.29, "longitude", -76.61))),
                201);
    }

    /** The id of a referral that harbor has. */
    protected String sentToHarbor(Caller caller) {
        String consentId = "consent-" + UUID.randomUUID();
        heardConsent(caller, consentId, "harbor-crisis-response", false);
        Map<?, ?> proposal = proposed(caller, "crisis");
        String id = (String) proposal.get("referralId");
        Map<?, ?> sent = ok(
                post(
                        mia(),
                        "/referrals/" + id + "/sending",
                        Map.of("serviceId", serviceOf(proposal, "harbor-crisis-response"), "consentId", consentId)),
                200);
        assertThat(sent.get("status")).isEqualTo("SENT");
        return id;
    }

    protected static String serviceOf(Map<?, ?> proposal, String partner) {
        return ((List<?>) proposal.get("candidates"))
                .stream()
                        .map(candidate -> (Map<?, ?>) candidate)
                        .filter(candidate -> partner.equals(candidate.get("partner")))
                        .map(candidate -> (String) candidate.get("serviceId"))
                        .findFirst()
                        .orElseThrow();
    }

    protected Map<?, ?> harborSees(String id) {
        return ok(harbor().get().uri("/partner/referrals/" + id).exchange(), 200);
    }

    protected static Map<String, String> ifMatch(Map<?, ?> view) {
        return Map.of("If-Match", "\"" + view.get("version") + "\"");
    }

    protected void harborAccepts(String id) {
        ok(post(harbor(), "/partner/referrals/" + id + "/acceptance", "{}", ifMatch(harborSees(id))), 200);
    }

    protected String status(String id) {
        return (String) ok(mia().get().uri("/referrals/" + id).exchange(), 200).get("status");
    }

    /** Everything that stands in the database, as text. */
    protected String everythingStored() {
        return String.join(
                "\n",
                Flux.from(database.listCollectionNames())
                        .filter(name -> !name.equals("vault"))
                        .concatMap(name -> database.getCollection(name).find())
                        .map(Document::toJson)
                        .collectList()
                        .block(Duration.ofSeconds(10)));
    }

    protected boolean wasTold(String type, String referralId) {
        return told.stream()
                .anyMatch(one -> one.type().contains(type) && one.data().contains(referralId));
    }
}
