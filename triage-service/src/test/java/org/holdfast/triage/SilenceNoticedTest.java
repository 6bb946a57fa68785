package org.holdfast.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.holdfast.chassis.security.Tokens;
import org.holdfast.contracts.SafetyNetCalled;
import org.holdfast.contracts.notification.AlertClosed;
import org.holdfast.contracts.notification.AlertRaised;
import org.holdfast.contracts.triage.UrgentCodeReached;
import org.junit.jupiter.api.Test;

/** A service that starts, stops and waits: nothing urgent is forgotten, and silence does not stay unnoticed. */
class SilenceNoticedTest {

    private static final String OPERATOR = Tokens.shared().person("olga", "operator");

    @Test
    void theQueueShowsTheMostUrgentFirstAndForgetsWhoWasClosed() {
        try (RunningTriage desk = RunningTriage.fresh()) {
            Caller dora = new Caller(desk);
            Caller emil = new Caller(desk);
            Caller fay = new Caller(desk);
            desk.hears("contacts", dora.says("cssrs.q2", "YES"), dora.id(), false);
            desk.hears("contactsUrgent", emil.says("obs.attempt-in-progress", "YES"), emil.id(), false);
            desk.hears("contacts", fay.says("person.age", "30"), fay.id(), false);
            RunningTriage.until(() -> queue(desk).equals(List.of(emil.contact, dora.contact, fay.contact)));
            assertThat(pageByPage(desk)).containsExactly(emil.contact, dora.contact, fay.contact);

            desk.hears("contacts", fay.hangsUp(), fay.id(), false);
            RunningTriage.until(() -> queue(desk).equals(List.of(emil.contact, dora.contact)));
        }
    }

    @Test
    void noticesThatNoAlertFollowsTellsAgainAndSaysSo() {
        try (RunningTriage alone = RunningTriage.fresh()) {
            Caller hal = new Caller(alone);
            alone.hears("contactsUrgent", hal.says("cssrs.q5", "YES"), hal.id(), false);
            RunningTriage.until(() -> facts(alone, hal) == 1);
            RunningTriage.until(() -> health(alone) == 200);

            alone.forward(Duration.ofSeconds(6));
            RunningTriage.until(() -> facts(alone, hal) == 2 && health(alone) == 503);
            alone.forward(Duration.ofSeconds(9));
            assertThat(facts(alone, hal)).isEqualTo(2);
            alone.forward(Duration.ofSeconds(2));
            RunningTriage.until(() -> facts(alone, hal) == 3);

            alone.hears("alerts", rings(hal, "B", "another.B"), "alert-1", false);
            RunningTriage.until(() -> health(alone) == 200);
            alone.forward(Duration.ofMinutes(2));
            RunningTriage.until(() -> health(alone) == 200);
            assertThat(facts(alone, hal)).isEqualTo(3);
        }
    }

    @Test
    void doesNotPileUpTellingsWhileTheBrokerIsAway() {
        try (RunningTriage alone = RunningTriage.fresh()) {
            Caller mia = new Caller(alone);
            alone.brokerAway(true);
            alone.hears("contactsUrgent", mia.says("cssrs.q5", "YES"), mia.id(), false);
            for (int seconds = 0; seconds < 40; seconds += 5) {
                alone.forward(Duration.ofSeconds(5));
                RunningTriage.until(() -> health(alone) == 503);
            }
            alone.brokerAway(false);

            RunningTriage.until(() -> facts(alone, mia) >= 1);
            alone.hears("alerts", rings(mia, "B", mia.contact + ".B.R11"), "alert-9", false);
            RunningTriage.until(() -> health(alone) == 200);
            assertThat(facts(alone, mia)).isLessThanOrEqualTo(2);
        }
    }

    @Test
    void awaitsTheAlertStillAfterARestart() {
        RunningTriage before = RunningTriage.fresh();
        Caller ida = new Caller(before);
        before.hears("contactsUrgent", ida.says("cssrs.q5", "YES"), ida.id(), false);
        RunningTriage.until(() -> facts(before, ida) == 1);
        RunningTriage.until(() -> queue(before).contains(ida.contact));
        try (RunningTriage after = before.restarted()) {
            RunningTriage.until(() -> {
                after.forward(Duration.ofSeconds(1));
                return after.told().stream().anyMatch(message -> message.topic().equals("urgent") && message.retold());
            });
            assertThat(facts(after, ida)).isPositive();
        }
    }

    @Test
    void anAlertForALesserCodeIsNoAnswer() {
        try (RunningTriage alone = RunningTriage.fresh()) {
            Caller jan = new Caller(alone);
            alone.hears("contactsUrgent", jan.says("obs.seizure", "YES"), jan.id(), false);
            RunningTriage.until(() -> facts(alone, jan) == 1);
            alone.hears("alerts", rings(jan, "B", "other.B"), "alert-2", false);
            alone.forward(Duration.ofSeconds(6));
            RunningTriage.until(() -> facts(alone, jan) == 2);

            alone.hears("alerts", rings(jan, "A", jan.contact + ".A.R10"), "alert-3", false);
            RunningTriage.until(() -> health(alone) == 200);
        }
    }

    @Test
    void tellsNewRiskOfTheSameCodeAfterTheAlertWasClosedAndAwaitsItsAlert() {
        try (RunningTriage alone = RunningTriage.fresh()) {
            Caller kim = new Caller(alone);
            alone.hears("contactsUrgent", kim.says("cssrs.q4", "YES"), kim.id(), false);
            RunningTriage.until(() -> facts(alone, kim) == 1);
            AlertRaised first = rings(kim, "B", kim.contact + ".B.R12");
            alone.hears("alerts", first, "alert-4", false);
            alone.hears("alerts", closed(kim, alone.now()), "alert-5", false);

            alone.forward(Duration.ofMinutes(10));
            alone.hears("contactsUrgent", kim.says("cssrs.q5", "YES"), kim.id(), false);
            RunningTriage.until(() -> facts(alone, kim) == 2);
            assertThat(kim.told(UrgentCodeReached.class).getLast().factId()).isEqualTo(kim.contact + ".B.R11");
            alone.hears("alerts", first, "alert-6", true);
            alone.hears("alerts", closed(kim, alone.now().minusSeconds(600)), "alert-7", true);

            alone.forward(Duration.ofSeconds(6));
            RunningTriage.until(() -> health(alone) == 503 && facts(alone, kim) == 4);
            assertThat(kim.told(UrgentCodeReached.class))
                    .extracting(UrgentCodeReached::factId)
                    .contains(kim.contact + ".B.R11", kim.contact + ".B.R12")
                    .hasSize(4);
            alone.hears("alerts", rings(kim, "B", kim.contact + ".B.R11"), "alert-8", false);
            RunningTriage.until(() -> health(alone) == 200);
        }
    }

    @Test
    void closingAnAlertAnswersNothingMoreUrgentThanItRangFor() {
        try (RunningTriage alone = RunningTriage.fresh()) {
            Caller lea = new Caller(alone);
            alone.hears("contactsUrgent", lea.says("cssrs.q4", "YES"), lea.id(), false);
            alone.hears("alerts", rings(lea, "B", "other.B"), "alert-10", false);
            alone.hears("contactsUrgent", lea.says("obs.seizure", "YES"), lea.id(), false);
            RunningTriage.until(() -> facts(alone, lea) == 2);
            alone.forward(Duration.ofSeconds(1));
            alone.hears("alerts", closed(lea, alone.now()), "alert-11", false);

            alone.forward(Duration.ofSeconds(6));
            RunningTriage.until(() -> health(alone) == 503);
            RunningTriage.until(() -> lea.told(UrgentCodeReached.class).stream()
                            .filter(fact -> fact.code().equals("A"))
                            .count()
                    == 2);
        }
    }

    @Test
    void closingAnAlertOfWhichNothingElseWasHeardAnswersBButNotA() {
        try (RunningTriage alone = RunningTriage.fresh()) {
            Caller ned = new Caller(alone);
            Caller ora = new Caller(alone);
            alone.hears("contactsUrgent", ned.says("obs.seizure", "YES"), ned.id(), false);
            alone.hears("contactsUrgent", ora.says("cssrs.q4", "YES"), ora.id(), false);
            RunningTriage.until(() -> facts(alone, ned) == 1 && facts(alone, ora) == 1);
            alone.hears("alerts", closed(ned, alone.now()), "alert-12", false);
            alone.hears("alerts", closed(ora, alone.now()), "alert-13", false);

            alone.forward(Duration.ofSeconds(6));
            RunningTriage.until(() -> facts(alone, ned) == 2);
            assertThat(facts(alone, ora)).isEqualTo(1);
        }
    }

    @Test
    void tellsAfterARestartWhatItKnewButCouldNotTell() {
        RunningTriage before = RunningTriage.fresh();
        Caller pia = new Caller(before);
        before.forward(Duration.ofSeconds(-1));
        before.brokerAway(true);
        before.hears("contactsUrgent", pia.says("cssrs.q5", "YES"), pia.id(), false);
        RunningTriage.until(() -> queue(before).contains(pia.contact));
        assertThat(facts(before, pia)).isZero();
        try (RunningTriage after = before.restarted()) {
            RunningTriage.until(() -> facts(after, pia) == 1);
            assertThat(after.told()).noneMatch(message -> message.retold());
            assertThat(after.told(UrgentCodeReached.class).getFirst().factId()).isEqualTo(pia.contact + ".B.R11");
        }
    }

    @Test
    void anUrgentMessageThatCannotBeReadCallsTheSafetyNet() {
        try (RunningTriage alone = RunningTriage.fresh()) {
            alone.hearsRaw("contactsUrgent", "org.holdfast.intake.contact-recorded.v1", "broken", "{\"contact", false);

            RunningTriage.until(() -> alone.told(SafetyNetCalled.class).size() == 1);
        }
    }

    private static AlertRaised rings(Caller caller, String code, String factId) {
        return new AlertRaised(
                caller.caseId + ".risk", caller.contact, caller.caseId, 1, 1, code, factId, Instant.now());
    }

    private static AlertClosed closed(Caller caller, Instant at) {
        return new AlertClosed(
                caller.caseId + ".risk", caller.contact, caller.caseId, 2, 1, "carla", "MISRECORDED", at);
    }

    private static long facts(RunningTriage service, Caller caller) {
        return service.told(UrgentCodeReached.class).stream()
                .filter(fact -> fact.contactId().equals(caller.contact))
                .count();
    }

    private static int health(RunningTriage service) {
        return service.http("")
                .get()
                .uri("/health")
                .exchange()
                .returnResult(String.class)
                .getStatus()
                .value();
    }

    private static List<String> queue(RunningTriage service) {
        return contacts(page(service, "limit=200"));
    }

    private static List<String> pageByPage(RunningTriage service) {
        List<String> seen = new ArrayList<>();
        String query = "limit=1";
        while (!query.isEmpty()) {
            Map<String, Object> page = page(service, query);
            assertThat(contacts(page)).hasSize(1);
            seen.addAll(contacts(page));
            query = page.get("next") == null ? "" : "limit=1&cursor=" + page.get("next");
        }
        return seen;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> page(RunningTriage service, String query) {
        return service.http(OPERATOR)
                .get()
                .uri("/queue?" + query)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
    }

    @SuppressWarnings("unchecked")
    private static List<String> contacts(Map<String, Object> page) {
        return ((List<Map<String, Object>>) page.get("items"))
                .stream().map(entry -> (String) entry.get("contactId")).toList();
    }
}
