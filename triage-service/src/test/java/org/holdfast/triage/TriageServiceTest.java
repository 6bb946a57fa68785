package org.holdfast.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.holdfast.chassis.journal.Entry;
import org.holdfast.chassis.journal.Lane;
import org.holdfast.chassis.security.Tokens;
import org.holdfast.contracts.WireCheck;
import org.holdfast.contracts.intake.CaseErased;
import org.holdfast.contracts.intake.ContactRecorded;
import org.holdfast.contracts.triage.AssessmentChanged;
import org.holdfast.contracts.triage.ItemDefinition;
import org.holdfast.contracts.triage.ProtocolPublished;
import org.holdfast.contracts.triage.ReferralNeeded;
import org.holdfast.contracts.triage.TriageKeyDestroyed;
import org.holdfast.contracts.triage.UrgentCodeReached;
import org.holdfast.triage.domain.Assessment;
import org.holdfast.triage.stream.AssessedTooLate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;

/** Triage as a whole: what it hears, keeps, tells and answers. */
class TriageServiceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final String OPERATOR = Tokens.shared().person("olga", "operator");
    private static RunningTriage triage;

    @BeforeAll
    static void begin() {
        triage = RunningTriage.fresh();
    }

    @AfterAll
    static void end() {
        assertThat(triage.told())
                .isNotEmpty()
                .allSatisfy(message -> assertThat(WireCheck.faults(
                                message.topic(),
                                Map.of(
                                        "ce_specversion", "1.0",
                                        "ce_id", message.id(),
                                        "ce_source", "/holdfast/triage",
                                        "ce_type", message.type(),
                                        "ce_time", triage.now().toString(),
                                        "ce_partitionkey", message.key(),
                                        "content-type", "application/json"),
                                message.data().getBytes(StandardCharsets.UTF_8)))
                        .as(message.data())
                        .isEmpty());
        triage.close();
    }

    @Test
    void tellsAtStartWhichAnswersCanReachCodeAOrB() {
        RunningTriage.until(() -> !triage.told(ProtocolPublished.class).isEmpty());

        ProtocolPublished published = triage.told(ProtocolPublished.class).getFirst();
        assertThat(item(published, "cssrs.q4").urgentValues()).containsExactly("YES");
        assertThat(item(published, "cssrs.q6.recency").urgentValues()).containsExactly("*");
        assertThat(item(published, "obs.timeframe").urgentValues()).containsExactly("HOURS", "NOW");
        assertThat(item(published, "phq9.i1").urgentValues()).isEmpty();
        assertThat(item(published, "phq9.i1").maximum()).isEqualTo(3);
        assertThat(item(published, "cssrs.q1").urgentValues()).isEmpty();
    }

    @Test
    void assessesWhatItHearsAndTellsTheUrgentCodeInItsOwnLane() {
        Caller anna = new Caller(triage);
        triage.hears("contactsUrgent", anna.says("cssrs.q4", "YES"), anna.id(), false);

        RunningTriage.until(() -> anna.told(UrgentCodeReached.class).size() == 1);
        UrgentCodeReached fact = anna.told(UrgentCodeReached.class).getFirst();
        assertThat(fact.code()).isEqualTo("B");
        assertThat(fact.rule()).isEqualTo("R12");
        assertThat(fact.factId()).isEqualTo(anna.contact + ".B.R12");
        assertThat(fact.respondBy()).isEqualTo(fact.reachedAt().plus(Duration.ofHours(4)));
        assertThat(triage.told())
                .filteredOn(message -> message.topic().equals("urgent"))
                .allMatch(message -> message.lane() == Lane.URGENT);
        RunningTriage.until(() -> anna.told(AssessmentChanged.class).size() == 1
                && anna.told(ReferralNeeded.class).size() == 1);
        assertThat(anna.told(AssessmentChanged.class).getFirst().contactVersion())
                .isEqualTo(anna.version);

        triage.http(OPERATOR)
                .get()
                .uri("/assessments/" + anna.contact)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"1\"")
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("B")
                .jsonPath("$.explanations[0].rule")
                .isEqualTo("R12")
                .jsonPath("$.explanations[0].evidence[0].item")
                .isEqualTo("cssrs.q4")
                .jsonPath("$.explanations[0].protocolVersion")
                .isEqualTo("1.0.0")
                .jsonPath("$.mustAsk")
                .isNotEmpty();
    }

    @Test
    void theSameMessageTwiceChangesNothingAndARetoldOneIsAnsweredAgain() {
        Caller bea = new Caller(triage);
        ContactRecorded said = bea.says("cssrs.q2", "YES");
        triage.hears("contacts", said, "message-1-" + bea.contact, false);
        triage.hears("contacts", said, "message-1-" + bea.contact, false);
        triage.hears("contactsUrgent", said, "message-2-" + bea.contact, false);
        RunningTriage.until(() -> bea.told(AssessmentChanged.class).size() == 1);

        triage.hears("contacts", said, "message-3-" + bea.contact, true);
        RunningTriage.until(() -> bea.told(AssessmentChanged.class).size() == 2);
        assertThat(bea.told(AssessmentChanged.class))
                .extracting(AssessmentChanged::version)
                .containsOnly(1L);
    }

    @Test
    void answersEveryNewVersionOfAContactEvenIfTheCodeStays() {
        Caller carl = new Caller(triage);
        triage.hears("contacts", carl.says("person.age", "40"), carl.id(), false);
        triage.hears("contacts", carl.says("unrecognised.1", "UNRECOGNISED"), carl.id(), false);

        RunningTriage.until(() -> carl.told(AssessmentChanged.class).size() == 2);
        AssessmentChanged last = carl.told(AssessmentChanged.class).getLast();
        assertThat(last.code()).isEqualTo("UNTRIAGED");
        assertThat(last.contactVersion()).isEqualTo(2);
        assertThat(last.flags()).containsExactly("UNRECOGNISED_ITEM");
    }

    @Test
    void theOperatorPicksOnlyWhereTheProtocolLeavesIt() {
        Caller gus = new Caller(triage);
        triage.hears("contacts", gus.says("cssrs.q1", "NO"), gus.id(), false);
        assertThat(pick(gus, "{\"code\":\"F\"}", "key-1")).isEqualTo("409 urn:holdfast:problem:choice-not-open");
        triage.hears("contacts", gus.says("cssrs.q2", "NO"), gus.id(), false);
        triage.hears("contacts", gus.says("cssrs.q6", "NO"), gus.id(), false);

        assertThat(pick(gus, "{\"code\":\"B\"}", "key-2")).isEqualTo("422 urn:holdfast:problem:code-not-choosable");
        assertThat(pick(gus, "{\"code\":\"severe\"}", "key-3"))
                .isEqualTo("422 urn:holdfast:problem:code-not-choosable");
        assertThat(pick(gus, "{\"code\":\"F\"}", "key-4")).isEqualTo("200 F");
        assertThat(pick(gus, "{\"code\":\"F\"}", "key-4")).isEqualTo("200 F");
        assertThat(pick(gus, "{\"code\":\"G\"}", "key-4")).isEqualTo("422 urn:holdfast:problem:idempotency-key-reused");
        RunningTriage.until(() -> gus.told(AssessmentChanged.class).stream()
                .anyMatch(changed -> changed.code().equals("F")));
    }

    @Test
    void onlyStaffMayAsk() {
        triage.http("").get().uri("/queue").exchange().expectStatus().isUnauthorized();
        triage.http(Tokens.shared().client("agency", "referrals.respond"))
                .get()
                .uri("/queue")
                .exchange()
                .expectStatus()
                .isForbidden();
        triage.http(OPERATOR)
                .get()
                .uri("/assessments/nobody")
                .exchange()
                .expectStatus()
                .isNotFound();
        triage.http(OPERATOR)
                .get()
                .uri("/protocols/current")
                .exchange()
                .expectBody()
                .jsonPath("$.windows.B")
                .isEqualTo("PT4H");
    }

    @Test
    void erasesACaseAndAssessesItNoMore() {
        Caller kim = new Caller(triage);
        triage.hears("contactsUrgent", kim.says("cssrs.q4", "YES"), kim.id(), false);
        RunningTriage.until(() -> queue(triage).contains(kim.contact));

        CaseErased erased = new CaseErased(kim.caseId, triage.now());
        triage.hears("contacts", erased, kim.id(), false);
        RunningTriage.until(() -> kim.told(TriageKeyDestroyed.class).size() == 1);
        RunningTriage.until(() -> !queue(triage).contains(kim.contact));
        triage.http(OPERATOR)
                .get()
                .uri("/assessments/" + kim.contact)
                .exchange()
                .expectStatus()
                .isEqualTo(410);

        int told = kim.told(AssessmentChanged.class).size();
        triage.hears("contactsUrgent", kim.says("cssrs.q5", "YES"), kim.id(), false);
        assertThat(kim.told(AssessmentChanged.class)).hasSize(told);
        triage.hears("contacts", erased, kim.id(), true);
        RunningTriage.until(() -> kim.told(TriageKeyDestroyed.class).size() == 2);
    }

    @Test
    void whatWasAssessedWhileItsCaseWasBeingErasedIsErasedToo() {
        Caller noor = new Caller(triage);
        triage.hears("contacts", noor.says("cssrs.q1", "NO"), noor.id(), false);
        RunningTriage.until(() -> queue(triage).contains(noor.contact));
        AssessedTooLate looking = triage.looking();
        Entry<Assessment> entry = triage.assessment(noor.contact);

        looking.project(entry, List.of()).block(PATIENCE);
        assertThat(triage.assessment(noor.contact).state()).isInstanceOf(Assessment.Assessed.class);

        triage.vault().erase(noor.caseId, triage.now()).block(PATIENCE);
        looking.project(entry, List.of()).block(PATIENCE);
        assertThat(triage.assessment(noor.contact).state()).isInstanceOf(Assessment.Erased.class);
        RunningTriage.until(() -> !queue(triage).contains(noor.contact));
    }

    @Test
    void reportsTheErasureOfACaseItNeverHeardOf() {
        Caller lea = new Caller(triage);
        triage.hears("contacts", new CaseErased(lea.caseId, triage.now()), lea.id(), false);

        RunningTriage.until(() -> lea.told(TriageKeyDestroyed.class).size() == 1);
    }

    private static ItemDefinition item(ProtocolPublished published, String id) {
        return published.items().stream()
                .filter(item -> item.item().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private static List<String> queue(RunningTriage service) {
        Map<String, List<Map<String, Object>>> page = service.http(OPERATOR)
                .get()
                .uri("/queue?limit=200")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
        return page.get("items").stream()
                .map(entry -> (String) entry.get("contactId"))
                .toList();
    }

    private static String pick(Caller caller, String body, String key) {
        var result = triage.http(OPERATOR)
                .post()
                .uri("/assessments/" + caller.contact + "/choice")
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange()
                .expectBody(Map.class)
                .returnResult();
        Map<?, ?> answer = result.getResponseBody();
        return result.getStatus().value() + " "
                + (answer.containsKey("type") ? answer.get("type") : answer.get("code"));
    }
}
