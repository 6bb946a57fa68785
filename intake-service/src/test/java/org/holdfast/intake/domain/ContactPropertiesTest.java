package org.holdfast.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.holdfast.chassis.decide.Decision;
import org.holdfast.chassis.testkit.Seeds;
import org.junit.jupiter.api.Test;

class ContactPropertiesTest {

    private static final Pattern TRAVELS =
            Pattern.compile("YES|NO|UNKNOWN|NOT_ASKED|REFUSED|UNRECOGNISED|IN_HAND|AWAY|\\d{1,2}|\\d{4}-\\d{2}-\\d{2}");
    private static final List<String> ITEMS = List.of(
            "cssrs.q1",
            "cssrs.q4",
            "cssrs.q6.recency",
            "phq9.q9",
            "observed.means",
            "mood.today",
            "Ruth Example",
            "tel");
    private static final List<String> VALUES = List.of(
            "YES",
            "NO",
            "UNKNOWN",
            "REFUSED",
            "3",
            "07",
            "2026-11-01",
            "1850-01-01",
            "IN_HAND",
            "Ruth",
            "5550123",
            "empty inside");

    @Test
    void noAnswerIsLostNoTextTravelsAndUrgencyNeverFalls() {
        Random random = Seeds.random(ContactPropertiesTest.class);
        for (int run = 0; run < 300; run++) {
            ContactDecider decider = Desk.decider();
            Contact state = Desk.ruthOnThePhone().state();
            int expected = 0;
            boolean urgent = false;
            for (int step = 0; step < 30; step++) {
                List<Answers.Sorted> sorted = Answers.sort(some(random), Desk.CATALOGUE, run + "-" + step);
                List<Given> given = sorted.stream().map(Answers.Sorted::given).toList();
                Facts before = state.known().orElseThrow();
                ContactCommand.GiveAnswers command =
                        new ContactCommand.GiveAnswers(given, Desk.CATALOGUE, Desk.NOW.plusSeconds(step));
                if (decider.decide(state, command)
                        instanceof Decision.Accepted<ContactEvent>(List<ContactEvent> events)) {
                    assertThat(events).hasSize(1);
                    state = decider.evolve(state, events.getFirst());
                    expected += given.size();
                    urgent |= given.stream().anyMatch(Desk.CATALOGUE::urgent);
                } else {
                    assertThat(state.known()).contains(before);
                }
                Facts facts = state.known().orElseThrow();
                assertThat(facts.values()).isEqualTo(expected);
                assertThat(facts.tally().urgent()).isEqualTo(urgent);
                assertThat(facts.answers())
                        .flatExtracting(ItemAnswers::values)
                        .extracting(Held::value)
                        .allMatch(value -> TRAVELS.matcher(value).matches());
                assertThat(facts.answers())
                        .extracting(ItemAnswers::item)
                        .doesNotHaveDuplicates()
                        .allMatch(item -> item.startsWith("unrecognised.")
                                || Desk.CATALOGUE.rule(item).isPresent());
                before.answers()
                        .forEach(item -> assertThat(facts.answers())
                                .filteredOn(after -> after.item().equals(item.item()))
                                .singleElement()
                                .satisfies(after -> assertThat(after.values())
                                        .startsWith(item.values().toArray(Held[]::new))));
            }
        }
    }

    @Test
    void theSameCommandOnTheSameStateAlwaysGivesTheSameDecision() {
        Random random = Seeds.random(ContactPropertiesTest.class);
        for (int run = 0; run < 200; run++) {
            List<Given> given = Answers.sort(some(random), Desk.CATALOGUE, "r").stream()
                    .map(Answers.Sorted::given)
                    .toList();
            ContactCommand command = new ContactCommand.GiveAnswers(given, Desk.CATALOGUE, Desk.NOW);
            Contact state = Desk.ruthOnThePhone().state();
            assertThat(Desk.decider().decide(state, command))
                    .isEqualTo(Desk.decider().decide(state, command));
        }
    }

    private static List<Answer> some(Random random) {
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(4); i++) {
            answers.add(new Answer(ITEMS.get(random.nextInt(ITEMS.size())), VALUES.get(random.nextInt(VALUES.size()))));
        }
        return answers;
    }
}
