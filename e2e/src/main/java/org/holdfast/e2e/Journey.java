package org.holdfast.e2e;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** One contact travels from the desk to a counselor's acknowledgement and an agency's acceptance. */
public final class Journey {

    /** What is typed on the way and may turn up in the vault only. */
    public static final List<String> PERSONAL =
            List.of("Zoë Fjällström", "Barnaby Featherstone", "+1-410-555-0137", "+1-410-555-0142", "the blue door");

    private static final Duration SOON = Duration.ofSeconds(30);

    private final People people;
    private final Consumer<String> say;
    private String contactId = "";
    private String caseId = "";
    private String alertId = "";
    private String referralId = "";

    /** {@code say} is told each step as it is done. */
    public Journey(People people, Consumer<String> say) {
        this.people = people;
        this.say = say;
    }

    /** The contact that travels. */
    public String contactId() {
        return contactId;
    }

    /** Its case. */
    public String caseId() {
        return caseId;
    }

    /** Its alert. */
    public String alertId() {
        return alertId;
    }

    /** Its referral. */
    public String referralId() {
        return referralId;
    }

    /** The operator opens a contact while somebody calls about another person. */
    public void open() {
        Map<String, Object> body = Map.of(
                "channel", "PHONE",
                "relation", "THIRD_PARTY",
                "language", "en",
                "place", Map.of("latitude", 39.29, "longitude", -76.61),
                "needs", List.of("mental-health", "crisis"),
                "caller", Map.of("name", PERSONAL.get(1), "number", PERSONAL.get(3)),
                "personAtRisk", Map.of("name", PERSONAL.get(0), "number", PERSONAL.get(2)));
        String key = UUID.randomUUID().toString();
        Reply opened = people.operator().post("/contacts", body, key).expect(201);
        Reply again = people.operator().post("/contacts", body, key).expect(201);
        require(opened.text("contactId").equals(again.text("contactId")), "a repeated request made a second contact");
        contactId = opened.text("contactId");
        caseId = opened.text("caseId");
        say.accept("operator opens contact " + contactId + " (sent twice with one key, made once)");
    }

    /** Gives one answer. */
    public void answer(String item, Object value) {
        people.operator()
                .post(contact("/answers"), Map.of("answers", List.of(Map.of("item", item, "value", value))))
                .expect(200);
        say.accept("operator notes " + item + " = " + value);
    }

    /** The operator writes a note. */
    public void note() {
        people.operator()
                .post(contact("/notes"), Map.of("text", "She is waiting behind " + PERSONAL.get(4) + "."))
                .expect(201);
        say.accept("operator writes a note; it goes to the vault");
    }

    /** Waits until the desk sees the code. */
    public Reply seesCode(String code) {
        Reply outcome = outcome("code " + code, reply -> reply.text("code").equals(code));
        JsonNode why = outcome.json().path("explanations").path(0);
        say.accept("desk sees code " + code
                + (why.isMissingNode()
                        ? ""
                        : ": " + why.path("rule").asString() + " ("
                                + why.path("source").asString() + ")"));
        return outcome;
    }

    /** Waits until the counselor on call was told, and answers by the link's page and its two digits. */
    public void acknowledgeByLink() {
        Reply outcome =
                outcome("a delivered alert", reply -> reply.text("/alert/state").equals("DELIVERED"));
        alertId = outcome.text("/alert/alertId");
        String person = outcome.text("/alert/delivered/0/person");
        say.accept("desk sees the alert delivered to " + person + " by " + outcome.text("/alert/delivered/0/channel"));
        Summons summons = Eventually.get(
                        "a page for " + person + " that opens",
                        SOON,
                        () -> newest(person),
                        found -> found.isPresent()
                                && people.nobody().get(found.get().path()).status() == 200)
                .orElseThrow();
        Reply shown = people.operator().get(contact("/outcome")).expect(200);
        require(!shown.text("/alert/state").equals("ACKNOWLEDGED"), "opening the page alone acknowledged the alert");
        people.nobody().form(summons.path() + "/acknowledgement", Map.of("digits", summons.digits()));
        outcome("the acknowledgement", reply -> reply.text("/alert/state").equals("ACKNOWLEDGED"));
        say.accept(person + " types the two digits: acknowledged");
        people.nobody().form(summons.path() + "/engagement", Map.of("digits", summons.digits()));
        outcome(
                "the counselor to be with the person",
                reply -> reply.text("/alert/state").equals("ENGAGED"));
        say.accept(person + " is with the person: engaged");
    }

    /** The operator asks for help near the person, takes the first candidate with a partner, consents, and sends. */
    public void refer() {
        Reply proposed = people.finder()
                .post(
                        "/referrals",
                        Map.of(
                                "contactId",
                                contactId,
                                "caseId",
                                caseId,
                                "need",
                                "mental-health",
                                "place",
                                Map.of("latitude", 39.29, "longitude", -76.61),
                                "language",
                                "en"))
                .expect(201);
        referralId = proposed.text("referralId");
        JsonNode candidates = proposed.json().path("candidates");
        JsonNode chosen = null;
        for (JsonNode candidate : candidates) {
            if (chosen == null && candidate.path("partner").asString("").equals("harbor-crisis-response")) {
                chosen = candidate;
            }
        }
        if (chosen == null) {
            throw new IllegalStateException("No candidate of harbor-crisis-response among " + proposed.body());
        }
        say.accept("referral proposes " + candidates.size() + " services; chosen: "
                + chosen.path("name").asString() + " because " + chosen.path("reasons"));
        Reply early = people.finder()
                .post(sending(), Map.of("serviceId", chosen.path("serviceId").asString(), "consentId", "none"));
        require(early.status() >= 400 || !early.text("status").equals("SENT"), "a referral was sent without consent");
        String consent = consent(chosen.path("partner").asString());
        people.finder()
                .post(sending(), Map.of("serviceId", chosen.path("serviceId").asString(), "consentId", consent))
                .expect(200);
        outcome(
                "the referral to be sent",
                reply -> reply.text("/referrals/0/state").equals("SENT"));
        say.accept("operator records the consent and sends the referral");
    }

    /** The partner sees little, accepts, fetches the details, and reports what came of it. */
    public void helpIsReceived() {
        Eventually.get(
                "the referral in the agency's inbox",
                SOON,
                () -> people.agency().get("/partner/referrals").expect(200),
                inbox -> inbox.body().contains(referralId));
        Reply preview = people.agency().get(partner("")).expect(200);
        for (String secret : List.of(contactId, "cssrs", PERSONAL.get(0), PERSONAL.get(2))) {
            require(!preview.body().contains(secret), "the agency sees " + secret + " before it accepts");
        }
        require(people.otherAgency().get(partner("")).status() == 404, "another agency sees the referral");
        require(people.agency().get(partner("/person")).status() >= 400, "details were given before acceptance");
        String etag = people.agency().get(partner("")).expect(200).etag();
        people.agency().postIf(partner("/acceptance"), Map.of(), etag).expect(200);
        outcome("the acceptance", reply -> reply.text("/referrals/0/state").equals("ACCEPTED"));
        say.accept("agency accepts");
        Reply person = people.agency().get(partner("/person")).expect(200);
        require(person.body().contains(PERSONAL.get(0)), "the agency does not get the name that was consented to");
        say.accept("agency fetches the person's details, as far as consented");
        people.agency().post(partner("/outcome"), Map.of("outcome", "GOT_HELP")).expect(200);
        outcome("the outcome", reply -> reply.text("/referrals/0/state").equals("COMPLETED"));
        say.accept("agency reports the outcome: GOT_HELP");
    }

    /** The operator closes the contact. */
    public void close() {
        String etag = people.operator().get(contact("")).expect(200).etag();
        people.operator()
                .postIf(contact("/closing"), Map.of("disposition", "REFERRED"), etag)
                .expect(200);
        say.accept("operator closes the contact: REFERRED");
    }

    /** The trail of the case, as it is kept. */
    public JsonNode trail() {
        return people.operator().get("/cases/" + caseId + "/trail").expect(200).json();
    }

    private Optional<Summons> newest(String person) {
        return people.summons().apply(person).reversed().stream().findFirst().map(Summons::of);
    }

    private String consent(String partner) {
        return people.operator()
                .post(
                        contact("/consents"),
                        Map.of(
                                "recipient", partner,
                                "scopes", List.of("NAME", "PHONE"),
                                "until", Instant.now().plus(30, ChronoUnit.DAYS).toString()))
                .expect(201)
                .text("consentId");
    }

    private Reply outcome(String what, java.util.function.Predicate<Reply> good) {
        return Eventually.get(
                what, SOON, () -> people.operator().get(contact("/outcome")).expect(200), good);
    }

    private String contact(String more) {
        return "/contacts/" + contactId + more;
    }

    private String sending() {
        return "/referrals/" + referralId + "/sending";
    }

    private String partner(String more) {
        return "/partner/referrals/" + referralId + more;
    }

    private static void require(boolean good, String otherwise) {
        if (!good) {
            throw new IllegalStateException(otherwise);
        }
    }
}
