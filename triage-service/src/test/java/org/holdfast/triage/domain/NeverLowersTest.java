package org.holdfast.triage.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.holdfast.chassis.decide.Decision;
import org.holdfast.chassis.testkit.Seeds;
import org.holdfast.triage.domain.protocol.Code;
import org.holdfast.triage.domain.protocol.Item;
import org.holdfast.triage.domain.protocol.Protocol;
import org.holdfast.triage.domain.protocol.Reached;
import org.holdfast.triage.domain.protocol.Said;
import org.junit.jupiter.api.Test;

/** Whatever is said, corrected, repeated or overtaken: software never lowers. */
class NeverLowersTest {

    private static final Instant OPENED = Instant.parse("2026-11-22T20:00:00Z");
    private static final Protocol PROTOCOL = Person.PROTOCOL;
    private static final int CALLS = 400;
    private final Random random = Seeds.random(NeverLowersTest.class);
    private final AssessmentDecider decider = new AssessmentDecider();
    private final List<Item> items = PROTOCOL.items().values().stream()
            .sorted(Comparator.comparing(Item::id))
            .toList();

    @Test
    void noAnswerAndNoCorrectionLowersTheFloor() {
        for (int call = 0; call < CALLS; call++) {
            Assessment state = decider.initial();
            Code floor = Code.G;
            Code before = Code.G;
            for (ContactFacts facts : aCall()) {
                state = hears(state, facts);
                Code now = floor(state);
                Code code = code(state);
                assertThat(now.moreUrgentThan(floor) || now == floor).isTrue();
                // leaving "nobody knows" for a lesser code is possible only by answering a screen to its end
                assertThat(code.moreUrgentThan(before)
                                || code == before
                                || before.ordinal() >= Code.UNTRIAGED.ordinal())
                        .as("%s after %s", code, before)
                        .isTrue();
                floor = now;
                before = code;
            }
        }
    }

    @Test
    void theOrderOfDeliveryAndRepeatsDoNotMatter() {
        for (int call = 0; call < CALLS; call++) {
            List<ContactFacts> told = aCall();
            Assessment inOrder = decider.initial();
            for (ContactFacts facts : told) {
                inOrder = hears(inOrder, facts);
            }
            List<ContactFacts> shuffled = new ArrayList<>(told.subList(0, told.size() - 1));
            shuffled.removeIf(_ -> random.nextInt(4) == 0);
            shuffled.addAll(told.subList(random.nextInt(told.size()), told.size()));
            shuffled.add(told.getLast());
            Collections.shuffle(shuffled, random);
            Assessment outOfOrder = decider.initial();
            for (ContactFacts facts : shuffled) {
                outOfOrder = hears(outOfOrder, facts);
            }
            assertThat(code(outOfOrder)).isEqualTo(code(inOrder));
            assertThat(outcome(outOfOrder)).isEqualTo(outcome(inOrder));
        }
    }

    @Test
    void everyMessageThatBringsNewUrgentRiskTellsOneFactThatWasNeverToldBefore() {
        for (int call = 0; call < CALLS; call++) {
            List<ContactFacts> told = new ArrayList<>(aCall());
            told.addAll(told.subList(random.nextInt(told.size()), told.size()));
            Collections.shuffle(told, random);
            Assessment state = decider.initial();
            List<String> facts = new ArrayList<>();
            for (ContactFacts message : told) {
                int before = urgentRules(state).size();
                int spoken = facts.size();
                for (TriageEvent event : decides(state, message)) {
                    state = decider.evolve(state, event);
                    if (event instanceof TriageEvent.UrgencyReached fact) {
                        facts.add(fact.factId());
                        assertThat(fact.code()).isEqualTo(code(state));
                        assertThat(urgentRules(state).stream()
                                        .skip(urgentRules(state).size() > before ? before : 0))
                                .contains(fact.rule());
                    }
                }
                assertThat(facts.size() - spoken)
                        .as("facts of one message")
                        .isBetween(urgentRules(state).size() > before ? 1 : 0, 1);
            }
            assertThat(facts).doesNotHaveDuplicates();
        }
    }

    @Test
    void notKnowingIsNeverLessUrgentThanNo() {
        for (int call = 0; call < CALLS * 5; call++) {
            Map<String, List<Said>> said = new TreeMap<>();
            for (Item item : items) {
                if (random.nextInt(3) > 0) {
                    said.put(item.id(), List.of(new Said(random.nextInt(8) > 0 ? plain(item) : odd(item), 1, OPENED)));
                }
            }
            Item asked = items.get(random.nextInt(items.size()));
            if (asked.kind() != Item.Kind.FIVE) {
                continue;
            }
            said.put(asked.id(), List.of(new Said("NO", 1, OPENED)));
            Code no = code(hears(decider.initial(), facts(1, said)));
            for (String missing : List.of("UNKNOWN", "false")) {
                said.put(asked.id(), List.of(new Said(missing, 1, OPENED)));
                Code unknown = code(hears(decider.initial(), facts(1, said)));
                assertThat(unknown == no || unknown.moreUrgentThan(no))
                        .as("%s %s instead of NO in %s", asked.id(), missing, said)
                        .isTrue();
            }
        }
    }

    /** The versions of one call, each with everything said until then. */
    private List<ContactFacts> aCall() {
        Map<String, List<Said>> said = new TreeMap<>();
        List<ContactFacts> told = new ArrayList<>();
        int versions = 1 + random.nextInt(14);
        List<Item> topics = new ArrayList<>(items);
        Collections.shuffle(topics, random);
        int width = 3 + random.nextInt(12);
        for (int version = 1; version <= versions; version++) {
            for (int answer = random.nextInt(4); answer > 0; answer--) {
                Item item = topics.get(random.nextInt(width));
                said.computeIfAbsent(item.id(), _ -> new ArrayList<>())
                        .add(new Said(odd(item), version, OPENED.plusSeconds(version)));
            }
            if (random.nextInt(20) == 0) {
                said.computeIfAbsent("unrecognised." + version, _ -> new ArrayList<>())
                        .add(new Said("UNRECOGNISED", version, OPENED.plusSeconds(version)));
            }
            told.add(facts(version, said));
        }
        return told;
    }

    private String odd(Item item) {
        return switch (random.nextInt(8)) {
            case 0 -> "UNKNOWN";
            case 1 -> "NOT_ASKED";
            case 2 -> "REFUSED";
            case 3 -> "maybe";
            default -> plain(item);
        };
    }

    private String plain(Item item) {
        return switch (item.kind()) {
            case FIVE -> random.nextInt(4) == 0 ? "YES" : "NO";
            case INTEGER -> Integer.toString(random.nextInt(item.maximum() + 1));
            case DATE, CHOICE -> {
                List<String> codes = item.choices().keySet().stream().sorted().toList();
                yield codes.get(random.nextInt(codes.size()));
            }
        };
    }

    private static ContactFacts facts(long version, Map<String, List<Said>> said) {
        Map<String, List<Said>> copy = new TreeMap<>();
        said.forEach((item, values) -> copy.put(item, List.copyOf(values)));
        return new ContactFacts("anna", "case", version, false, OPENED, copy);
    }

    private Assessment hears(Assessment state, ContactFacts facts) {
        Assessment next = state;
        for (TriageEvent event : decides(state, facts)) {
            next = decider.evolve(next, event);
        }
        return next;
    }

    private List<TriageEvent> decides(Assessment state, ContactFacts facts) {
        Decision<TriageEvent> decision =
                decider.decide(state, new TriageCommand.Assess(facts, PROTOCOL, OPENED.plusSeconds(3600)));
        return ((Decision.Accepted<TriageEvent>) decision).events();
    }

    private static List<String> urgentRules(Assessment state) {
        return state instanceof Assessment.Assessed assessed
                ? assessed.reached().stream()
                        .filter(reached -> reached.floor().urgent())
                        .map(Reached::rule)
                        .toList()
                : List.of();
    }

    private static Outcome outcome(Assessment state) {
        return ((Assessment.Assessed) state).outcome();
    }

    private static Code code(Assessment state) {
        return outcome(state).code();
    }

    private static Code floor(Assessment state) {
        return ((Assessment.Assessed) state)
                .reached().stream()
                        .map(Reached::floor)
                        .min(Comparator.naturalOrder())
                        .orElse(Code.G);
    }
}
