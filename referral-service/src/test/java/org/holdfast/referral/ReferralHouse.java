package org.holdfast.referral;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.bson.Document;
import org.holdfast.chassis.journal.Teller;
import org.holdfast.chassis.journal.Untold;
import org.holdfast.chassis.security.Tokens;
import org.holdfast.chassis.stream.Heard;
import org.holdfast.chassis.testkit.Backends;
import org.holdfast.chassis.testkit.MovableClock;
import org.holdfast.contracts.BusMessage;
import org.holdfast.contracts.MessageType;
import org.holdfast.contracts.intake.ConsentRecorded;
import org.holdfast.contracts.intake.ContactRecorded;
import org.holdfast.contracts.intake.Place;
import org.holdfast.contracts.triage.AssessmentChanged;
import org.holdfast.referral.store.directory.Directory;
import org.holdfast.referral.stream.AssessmentsHeard;
import org.holdfast.referral.stream.ContactsHeard;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;

/** The whole service on the local store, without a broker: messages are handed in, and what is told is collected. */
@SpringBootTest(
        classes = ReferralApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=referral",
            "spring.main.web-application-type=reactive",
            "spring.cloud.function.definition=",
            "holdfast.secrets.create=true",
            "holdfast.secrets.directory=target/test-secrets",
            "holdfast.referral.matching.deadline=20s",
            "holdfast.referral.intake.client-secret=test-secret"
        })
@Import(ReferralHouse.Doubles.class)
public abstract class ReferralHouse {

    protected static final Instant NOON = Instant.parse("2026-11-23T17:00:00Z");
    protected static final FakeIntake INTAKE = FakeIntake.start();

    @Autowired
    protected MovableClock clock;

    @Autowired
    protected ConcurrentLinkedQueue<Untold> told;

    @Autowired
    protected ContactsHeard contacts;

    @Autowired
    protected AssessmentsHeard assessments;

    @Autowired
    protected MongoDatabase database;

    @Autowired
    protected Directory directory;

    @Value("${local.server.port}")
    protected int port;

    /** Time that can be moved, and a bus that only remembers. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Doubles {
        @Bean
        @Primary
        MovableClock movableClock() {
            return new MovableClock(NOON);
        }

        @Bean
        ConcurrentLinkedQueue<Untold> told() {
            return new ConcurrentLinkedQueue<>();
        }

        @Bean
        Teller teller(ConcurrentLinkedQueue<Untold> told) {
            return told::add;
        }
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        settings.add("holdfast.security.issuer", () -> Tokens.shared().issuer());
        settings.add("holdfast.security.jwks", () -> Tokens.shared().jwks());
        settings.add("holdfast.mongodb.uri", Backends::local);
        settings.add("holdfast.mongodb.database", () -> "referral-" + UUID.randomUUID());
        settings.add("holdfast.referral.intake.url", INTAKE::url);
        settings.add("holdfast.referral.intake.token-url", () -> INTAKE.url() + "/oauth2/token");
    }

    @BeforeEach
    void theDirectoryIsRead() {
        eventually(directory::ready);
    }

    // who asks

    protected WebTestClient anybody() {
        return WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .responseTimeout(Duration.ofSeconds(30))
                .build();
    }

    protected WebTestClient with(String token) {
        return anybody()
                .mutate()
                .defaultHeader("Authorization", "Bearer " + token)
                .build();
    }

    protected WebTestClient mia() {
        return with(Tokens.shared().person("mia", "operator"));
    }

    protected WebTestClient harbor() {
        return with(Tokens.shared().client("agency-harbor", "referrals.respond"));
    }

    protected WebTestClient shelter() {
        return with(Tokens.shared().client("agency-shelter", "referrals.respond"));
    }

    protected static WebTestClient.ResponseSpec post(
            WebTestClient who, String path, Object body, Map<String, String> more) {
        return who.post()
                .uri(path)
                .headers(headers -> {
                    headers.set("Idempotency-Key", UUID.randomUUID().toString());
                    headers.set("Content-Type", "application/json");
                    more.forEach(headers::set);
                })
                .bodyValue(body)
                .exchange();
    }

    protected static WebTestClient.ResponseSpec post(WebTestClient who, String path, Object body) {
        return post(who, path, body, Map.of());
    }

    protected static Map<?, ?> ok(WebTestClient.ResponseSpec answer, int status) {
        return answer.expectStatus()
                .isEqualTo(status)
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
    }

    protected static void problem(WebTestClient.ResponseSpec answer, int status, String type) {
        answer.expectBody(Map.class).value(document -> {
            assertThat(document.get("type")).isEqualTo("urn:holdfast:problem:" + type);
            assertThat(document.get("status")).isEqualTo(status);
        });
    }

    // what is heard

    /** A person who called, with a contact, a case and consents of their own. */
    protected record Caller(String contactId, String caseId) {}

    protected Caller maria() {
        String id = UUID.randomUUID().toString();
        return new Caller("contact-" + id, "case-" + id);
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

    protected static void eventually(BooleanSupplier condition) {
        eventually("the condition", condition);
    }

    protected static void eventually(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(15).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time: " + what).isLessThan(end);
            LockSupport.parkNanos(20_000_000);
        }
    }

    protected static <T> void eventuallyIs(T wanted, Supplier<T> value) {
        eventually("becomes " + wanted, () -> wanted.equals(value.get()));
    }
}
