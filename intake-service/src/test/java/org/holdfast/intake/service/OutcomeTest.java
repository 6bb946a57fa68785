package org.holdfast.intake.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.intake.service.Call.body;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.holdfast.chassis.journal.Shapes;
import org.holdfast.chassis.observe.Expectations;
import org.holdfast.intake.store.Outcomes;
import org.holdfast.intake.store.Silences;
import org.junit.jupiter.api.Test;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import reactor.core.publisher.Mono;

class OutcomeTest {

    private static final Duration LONGER_THAN_IT_MAY_TAKE = Duration.ofMillis(5_100);

    private final House house = House.open();

    @Test
    void showsTheCodeTheAlertAndWhoIsThere() {
        Call call = atRisk();
        house.say(Others.raised(call, "B", 1));
        house.say(Others.delivered(call, 2));
        house.say(Others.acknowledged(call, 3));
        house.say(Others.engaged(call, 4));

        Map<String, Object> outcome =
                House.until(call::outcome, seen -> seen.toString().contains("state=ENGAGED"));
        assertThat(outcome).containsEntry("code", "B").containsEntry("assessed", "ASSESSED");
        assertThat(outcome.toString())
                .contains(
                        "rule=R12",
                        "mustAsk=[cssrs.q5]",
                        "crisis-triage 1.0.0",
                        "person=lena",
                        "by=lena",
                        "confirmed=true");
        assertThat((List<?>) outcome.get("warnings")).isEmpty();
        assertThat(call.contact()).containsEntry("version", 2);
    }

    @Test
    void saysAlertNotConfirmedWithThePhoneWhenNoAlertIsHeardOf() {
        Call call = atRisk();
        assertThat(call.outcome().toString()).contains("state=AWAITED").doesNotContain("NOT CONFIRMED");

        house.clock.forward(LONGER_THAN_IT_MAY_TAKE);

        assertThat(call.outcome().toString())
                .contains("state=NOT CONFIRMED", "ALERT_NOT_CONFIRMED", "ALERT NOT CONFIRMED", House.PHONE);
        house.say(Others.raised(call, "B", 1));
        House.until(call::outcome, seen -> !seen.toString().contains("NOT CONFIRMED"));
    }

    @Test
    void saysNotAssessedAndTellsTheContactAgainUntilItIs() {
        Call call = Call.opened(house);
        house.say(Others.assessed(call, "D", 1, 1));
        House.until(call::outcome, seen -> "ASSESSED".equals(seen.get("assessed")));
        body(call.answers("cssrs.q4", "YES"), 200);
        House.until(call::outcome, seen -> "AWAITED".equals(seen.get("assessed")));

        house.clock.forward(LONGER_THAN_IT_MAY_TAKE);

        Map<String, Object> outcome = call.outcome();
        assertThat(outcome).containsEntry("assessed", "NOT ASSESSED");
        assertThat(outcome.toString()).contains("NOT_ASSESSED", House.PHONE);
        House.until(
                () -> house.toldOf(call.contactId),
                told -> told.stream()
                        .anyMatch(one -> one.retold() && one.json().contains("\"version\":2,\"channel\"")));
        assertThat(health()).contains("DOWN", "no-assessment");

        house.say(Others.assessed(call, "B", 2, 2));
        House.until(call::outcome, seen -> "ASSESSED".equals(seen.get("assessed")));
        assertThat(house.context
                        .getBean("assessmentsExpected", Expectations.class)
                        .waiting(call.contactId))
                .isFalse();
    }

    @Test
    void saysNotAssessedFiveSecondsAfterTheFirstAnswerThoughTheOperatorKeepsTyping() {
        Call call = Call.opened(house);
        house.say(Others.assessed(call, "D", 1, 1));
        House.until(call::outcome, seen -> "ASSESSED".equals(seen.get("assessed")));
        body(call.answers("cssrs.q4", "YES"), 200);
        House.until(call::outcome, seen -> "AWAITED".equals(seen.get("assessed")));
        house.clock.forward(Duration.ofSeconds(4));
        body(call.answers("cssrs.q1", "YES"), 200);
        assertThat(call.outcome()).containsEntry("assessed", "AWAITED");
        house.clock.forward(Duration.ofMillis(1_100));
        body(call.answers("cssrs.q1", "NO"), 200);

        assertThat(call.outcome()).containsEntry("assessed", "NOT ASSESSED");
        house.say(Others.assessed(call, "B", 4, 2));
        House.until(call::outcome, seen -> "ASSESSED".equals(seen.get("assessed")));
    }

    @Test
    void expectsAgainAfterARestartWhatWasNotAssessed() {
        Call call = Call.opened(house);
        Call assessed = Call.opened(house);
        house.say(Others.assessed(assessed, "D", 1, 1));
        House.until(assessed::outcome, seen -> "ASSESSED".equals(seen.get("assessed")));
        House.until(call::outcome, seen -> ((Number) seen.get("version")).longValue() > 0);

        Expectations afterRestart = new Expectations("assessment", house.clock);
        new Outcomes(
                        house.database(),
                        new Shapes(),
                        new Silences(afterRestart, Duration.ofSeconds(5), afterRestart, id -> Mono.empty()))
                .recover()
                .block(House.PATIENCE);

        assertThat(afterRestart.waiting(call.contactId)).isTrue();
        assertThat(afterRestart.waiting(assessed.contactId)).isFalse();
    }

    @Test
    void hearingTwiceLateAndShuffledShowsTheSame() {
        Call call = Call.opened(house);
        body(call.answers("cssrs.q4", "YES"), 200);
        house.say(Others.engaged(call, 4));
        house.say(Others.delivered(call, 2));
        house.say("again", Others.acknowledged(call, 3), false);
        house.say("again", Others.acknowledged(call, 3), true);
        house.say(Others.assessed(call, "B", 2, 2));
        house.say(Others.assessed(call, "D", 1, 1));
        house.say(Others.reached(call, "B", 2));
        house.say(Others.raised(call, "B", 1));

        Map<String, Object> outcome = House.until(
                call::outcome,
                seen -> seen.toString().contains("raisedAt")
                        && seen.toString().contains("person=lena")
                        && seen.get("code") != null);
        assertThat(outcome).containsEntry("code", "B");
        assertThat(outcome.toString()).contains("state=ENGAGED", "confirmed=true");
        List<?> trail = call.trail("AlertRaised");
        assertThat(trail.stream().filter(entry -> entry.toString().contains("what=AlertAcknowledged")))
                .hasSize(1);
    }

    @Test
    void tellsItLive() {
        Call call = Call.opened(house);
        List<ServerSentEvent<Map<String, Object>>> seen = new CopyOnWriteArrayList<>();
        var listening = house.mia()
                .get()
                .uri(call.path("/outcome/stream"))
                .accept(MediaType.TEXT_EVENT_STREAM)
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(new ParameterizedTypeReference<ServerSentEvent<Map<String, Object>>>() {})
                .getResponseBody()
                .filter(event -> event.data() != null)
                .subscribe(seen::add);

        House.until(() -> !seen.isEmpty());
        house.say(Others.assessed(call, "B", 1, 1));
        House.until(() ->
                seen.stream().anyMatch(event -> "B".equals(event.data().get("code"))));
        house.clock.forward(LONGER_THAN_IT_MAY_TAKE);
        House.until(
                () -> seen.stream().anyMatch(event -> event.data().toString().contains("ALERT NOT CONFIRMED")));
        house.say(Others.raised(call, "B", 1));
        House.until(() -> seen.getLast().data().toString().contains("state=RAISED"));
        listening.dispose();
        assertThat(seen).allSatisfy(event -> assertThat(event.event()).isEqualTo("outcome"));
        assertThat(seen.stream().map(ServerSentEvent::data)).doesNotHaveDuplicates();
    }

    private Call atRisk() {
        Call call = Call.opened(house);
        body(call.answers("cssrs.q4", "YES"), 200);
        house.say(Others.assessed(call, "B", 2, 2));
        house.say(Others.reached(call, "B", 2));
        House.until(call::outcome, seen -> "B".equals(seen.get("code")) && "ASSESSED".equals(seen.get("assessed")));
        return call;
    }

    private String health() {
        return new String(house.anybody()
                .get()
                .uri("/health")
                .exchange()
                .expectBody()
                .returnResult()
                .getResponseBody());
    }
}
