package org.holdfast.notification.domain.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.holdfast.chassis.testkit.Seeds;
import org.holdfast.notification.domain.Helpline;
import org.holdfast.notification.domain.alert.AlertCommand.Outcome;
import org.holdfast.notification.domain.roster.Code;
import org.holdfast.notification.domain.roster.Roster;
import org.junit.jupiter.api.Test;

class AlertPropertiesTest {

    private static final List<String> STAFF = List.of("ana", "ben", "caro", "lead", "stranger");

    private final Random random = Seeds.random(AlertPropertiesTest.class);

    @Test
    void neverFallsSilentUntilAPersonClosesIt() {
        for (int run = 0; run < 400; run++) {
            Alert alert = new Alert();
            for (int i = 0; i < 80; i++) {
                something(alert);
                boolean waits = alert.state instanceof AlertState.Open;
                assertThat(alert.timers().keySet().stream().anyMatch(name -> !name.startsWith(AlertTimers.PAGE)))
                        .as("a timer is wanted in %s", alert.state)
                        .isEqualTo(waits);
            }
        }
    }

    @Test
    void isNeverHeldByTwoPeople() {
        for (int run = 0; run < 400; run++) {
            Alert alert = new Alert();
            for (int i = 0; i < 80; i++) {
                something(alert);
            }
            String holder = null;
            for (AlertEvent event : alert.history) {
                switch (event) {
                    case AlertEvent.Acknowledged by -> {
                        assertThat(holder).as("nobody held it before %s", by).isNull();
                        holder = by.person();
                    }
                    case AlertEvent.Engaged by -> assertThat(by.person()).isEqualTo(holder);
                    case AlertEvent.NotEngaged not -> holder = null;
                    case AlertEvent.RaisedAgain again -> holder = null;
                    case AlertEvent.Closed closed -> holder = null;
                    default -> {}
                }
            }
        }
    }

    @Test
    void callsSomebodyForEveryAlertEvenWhenEveryoneIsGone() {
        for (int run = 0; run < 400; run++) {
            Alert alert = new Alert();
            alert.roster = random.nextBoolean() ? Helpline.deserted() : Helpline.withRota();
            alert.raised("fact-1", Code.values()[random.nextInt(3)]);
            assertThat(alert.pages()).isNotEmpty();
        }
    }

    @Test
    void givesEveryPageAnIdOfItsOwnAndEveryFactOneEpisode() {
        for (int run = 0; run < 200; run++) {
            Alert alert = new Alert();
            for (int i = 0; i < 80; i++) {
                something(alert);
            }
            assertThat(alert.pages()).extracting(Page::id).doesNotHaveDuplicates();
            Set<String> facts = new HashSet<>(alert.state.known().facts());
            assertThat(alert.state.known().facts()).hasSameSizeAs(facts);
        }
    }

    @Test
    void agreesWithItselfWhenTheHistoryIsReplayed() {
        AlertDecider decider = new AlertDecider();
        for (int run = 0; run < 100; run++) {
            Alert alert = new Alert();
            for (int i = 0; i < 60; i++) {
                something(alert);
            }
            AlertState replayed = decider.initial();
            for (AlertEvent event : alert.history) {
                replayed = decider.evolve(replayed, event);
            }
            assertThat(replayed).isEqualTo(alert.state);
        }
    }

    private void something(Alert alert) {
        alert.roster = roster();
        switch (random.nextInt(12)) {
            case 0, 1 ->
                alert.raisedBy(
                        "contact-" + random.nextInt(3), "fact-" + random.nextInt(12), Code.values()[random.nextInt(3)]);
            case 2 -> alert.acknowledgedBy(someone());
            case 3 -> alert.acknowledgedBy(someone(), random.nextInt(8));
            case 4 -> alert.engagedBy(someone());
            case 5 -> {
                if (random.nextInt(4) == 0) {
                    alert.closedBy(someone());
                }
            }
            case 6 -> alert.command(new AlertCommand.Resolve(alert.roster, alert.now));
            case 7 -> staleTimer(alert);
            case 8, 9 -> {
                List<Page> pages = new ArrayList<>(alert.pages());
                if (!pages.isEmpty()) {
                    alert.recorded(
                            pages.get(random.nextInt(pages.size())),
                            Outcome.values()[random.nextInt(Outcome.values().length)]);
                }
            }
            case 10 -> alert.after(Duration.ofMillis(random.nextInt(4_000_000)));
            default -> alert.after(Duration.ofMillis(random.nextInt(200_000)));
        }
    }

    private void staleTimer(Alert alert) {
        Instant due = alert.now.minusSeconds(random.nextInt(400));
        alert.fire(List.of("step", "engage", "still", "safety-net", "page/x").get(random.nextInt(5)), due);
    }

    private Roster roster() {
        return switch (random.nextInt(4)) {
            case 0 -> Helpline.deserted();
            case 1 -> Helpline.withRota("caro");
            case 2 -> Helpline.rosterOf(List.of(), List.of(), Helpline.policies());
            default -> Helpline.roster();
        };
    }

    private String someone() {
        return STAFF.get(random.nextInt(STAFF.size()));
    }
}
