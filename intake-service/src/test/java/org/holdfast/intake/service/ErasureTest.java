package org.holdfast.intake.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.intake.service.Call.body;
import static org.holdfast.intake.service.Call.fresh;
import static org.holdfast.intake.service.Call.get;
import static org.holdfast.intake.service.Call.post;
import static org.holdfast.intake.service.Call.problem;

import java.time.Duration;
import java.util.Map;
import org.holdfast.chassis.observe.Expectations;
import org.holdfast.contracts.notification.NotificationKeyDestroyed;
import org.holdfast.contracts.referral.ReferralKeyDestroyed;
import org.holdfast.contracts.triage.TriageKeyDestroyed;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

class ErasureTest {

    private final House house = House.open();

    @Test
    void isDoneWhenAllFourServicesSaidSo() {
        Call call = Call.opened(house);
        call.trail("ContactOpened");
        String path = "/cases/" + call.caseId + "/erasure";
        problem(house.sol().get().uri(path).exchange(), 404, "erasure-not-asked");

        Map<String, Object> erased = body(post(house.sol(), path, fresh()), 200);
        assertThat(erased).containsEntry("done", false);
        assertThat(erased.get("waitingFor").toString()).isEqualTo("[triage, referral, notification]");
        House.until(
                () -> house.toldOf(call.caseId),
                told -> told.stream().anyMatch(one -> one.type().equals("org.holdfast.intake.case-erased.v1")));

        house.clock.forward(Duration.ofSeconds(31));
        House.until(
                () -> house.toldOf(call.caseId),
                told -> told.stream()
                        .anyMatch(one -> one.retold() && one.type().equals("org.holdfast.intake.case-erased.v1")));

        house.say(new TriageKeyDestroyed(call.caseId, house.clock.instant()));
        house.say(new ReferralKeyDestroyed(call.caseId, house.clock.instant()));
        house.say(new NotificationKeyDestroyed(call.caseId, house.clock.instant()));
        House.until(() -> get(house.sol(), path), seen -> Boolean.TRUE.equals(seen.get("done")));
        assertThat(house.context.getBean("erasuresExpected", Expectations.class).waiting(call.caseId))
                .isFalse();
    }

    @Test
    void leavesNothingToReadAndTakesNothingMore() {
        Call call = Call.opened(house);
        body(post(house.mia(), call.path("/notes"), fresh(), Map.of("text", Call.NOTE)), 201);
        call.trail("NoteWritten");
        String key = fresh();
        Map<String, Object> first = body(post(house.sol(), "/cases/" + call.caseId + "/erasure", key), 200);

        problem(house.mia().get().uri(call.path("")).exchange(), 410, "contact-erased");
        problem(house.mia().get().uri(call.path("/words")).exchange(), 410, "contact-erased");
        problem(house.mia().get().uri(call.path("/outcome")).exchange(), 410, "contact-erased");
        problem(post(house.mia(), call.path("/notes"), fresh(), Map.of("text", "more")), 410, "contact-erased");
        problem(call.answers("cssrs.q4", "YES"), 410, "contact-erased");
        assertThat(Flux.from(house.database().getCollection("vault_texts").find())
                        .filter(text -> text.getString("_id").startsWith(call.caseId))
                        .count()
                        .block(House.PATIENCE))
                .isZero();
        assertThat(body(post(house.sol(), "/cases/" + call.caseId + "/erasure", key), 200)
                        .get("erasedAt"))
                .isEqualTo(first.get("erasedAt"));
        assertThat(body(post(house.sol(), "/cases/" + call.caseId + "/erasure", fresh()), 200)
                        .get("erasedAt"))
                .isEqualTo(first.get("erasedAt"));
    }

    @Test
    void isRefusedWhileAnAlertIsOpenUnlessThatIsSaidAndTheTrailRecordsIt() {
        Call call = Call.opened(house);
        String path = "/cases/" + call.caseId + "/erasure";
        String key = fresh();
        house.say(Others.raised(call, "B", 1));
        call.trail("AlertRaised");

        Map<String, Object> refused = problem(post(house.sol(), path, key), 409, "alert-open");
        assertThat(refused).containsEntry("alert", call.caseId + ".risk");
        problem(post(house.sol(), path, fresh(), Map.of("despiteOpenAlert", false)), 409, "alert-open");
        problem(post(house.sol(), path, fresh(), Map.of("despiteOpenAlert", "yes")), 422, "wrong-type");
        house.say(Others.acknowledged(call, 2));
        call.trail("AlertAcknowledged");
        problem(post(house.sol(), path, fresh()), 409, "alert-open");
        assertThat(call.version()).isEqualTo(1);

        Map<String, Object> erased = body(post(house.sol(), path, key, Map.of("despiteOpenAlert", true)), 200);
        assertThat(body(post(house.sol(), path, key, Map.of("despiteOpenAlert", true)), 200))
                .isEqualTo(erased);
        problem(post(house.sol(), path, key), 422, "idempotency-key-reused");
        assertThat(get(house.sol(), "/cases/" + call.caseId + "/trail").toString())
                .contains("despiteOpenAlert=" + call.caseId + ".risk");
    }

    @Test
    void isDoneOnceSomebodyIsWithThePerson() {
        Call call = Call.opened(house);
        String path = "/cases/" + call.caseId + "/erasure";
        house.say(Others.raised(call, "B", 1));
        house.say(Others.engaged(call, 3));
        call.trail("AlertEngaged");

        body(post(house.sol(), path, fresh()), 200);
    }

    @Test
    void isRefusedWhileAnAlertMustBeOnItsWay() {
        Call call = Call.opened(house);
        house.say(Others.reached(call, "B", 1));
        call.trail("UrgentCodeReached");

        Map<String, Object> refused =
                problem(post(house.sol(), "/cases/" + call.caseId + "/erasure", fresh()), 409, "alert-open");
        assertThat(refused).containsEntry("alert", "awaited");
    }

    @Test
    void whatIsHeardLaterBringsNothingBack() {
        Call call = Call.opened(house);
        call.trail("ContactOpened");
        body(post(house.sol(), "/cases/" + call.caseId + "/erasure", fresh()), 200);
        house.say(Others.assessed(call, "B", 1, 1));
        call.trail("AssessmentChanged");

        String outcome = Flux.from(house.database().getCollection("outcomes").find())
                .filter(document -> document.getString("_id").equals(call.contactId))
                .map(document -> document.getString("data"))
                .blockFirst(House.PATIENCE);
        assertThat(outcome).contains("\"erased\":true").doesNotContain("R12");
    }
}
