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
