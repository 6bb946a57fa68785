package org.holdfast.triage.domain.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.Period;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.holdfast.triage.store.ProtocolFile;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every rule: what makes it fire, and that each of these answers is needed, and that not knowing one is never a no. */
class RulesTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Protocol PROTOCOL = ProtocolFile.load("crisis-triage-1.0.0");
    private static final String SKIPPED = "cssrs.q1=NO cssrs.q2=NO cssrs.q6=NO";

    /** For each rule every way to make it fire, each answer of which is needed; {@code ~} marks one that is not. */
    private static final String FIRES = """
            R01 obs.attempt-in-progress=YES
            R02 obs.self-poisoning-24h=YES
            R02 obs.self-injury-needing-care=YES
            R03 obs.cannot-be-woken=YES
            R03 obs.slow-breathing=YES
            R03 obs.blue-lips=YES
            R03 obs.gurgling=YES
            R04 obs.weapon-in-hand=YES obs.threat=YES
            R05 obs.violence-now=YES
            R05 obs.harm-to-others.imminent=YES
            R05 obs.harm-to-others.plan=YES
            R06 obs.command-hallucinations=YES obs.command-hallucinations.unable-to-resist=YES
            R07 cssrs.q4=YES cssrs.q3=YES obs.means-at-hand=YES obs.timeframe=NOW obs.unwilling-to-act-for-safety=YES
            R07 cssrs.q5=YES obs.means-at-hand=YES obs.timeframe=HOURS obs.unwilling-to-act-for-safety=YES
            R08 obs.partner-assault-now=YES
            R08 obs.perpetrator-present=YES obs.perpetrator-threat=YES
            R08 obs.strangled-24h=YES obs.strangulation-symptom=YES
            R09 obs.child-in-danger=YES
            R09 obs.dependent-adult-in-danger=YES
            R10 obs.seizure=YES
            R10 obs.delirium=YES
            R10 obs.chest-pain=YES
            R10 obs.severe-withdrawal=YES
            R11 cssrs.q5=YES
            R12 cssrs.q4=YES
            R13 cssrs.q6=YES ~cssrs.q6.recency=UNKNOWN
            R13 cssrs.q6=YES ~cssrs.q6.recency=REFUSED
            R13 cssrs.q6=YES ~cssrs.q6.recency=NOT_ASKED
            R13 cssrs.q6=YES ~cssrs.q6.recency=PAST_24_HOURS
            R13 cssrs.q6=YES ~cssrs.q6.recency=PAST_3_MONTHS
            R13 cssrs.q6=YES ~cssrs.q6.recency=2026-08-22
            R13 cssrs.q6=YES ~cssrs.q6.recency=sometime
            R13 obs.preparatory-act=YES ~obs.preparatory-act.recency=2026-11-19
            R13 obs.self-injury=YES obs.self-injury.intent-to-die=YES
            R14 asq.q1=YES asq.q5=YES
            R14 asq.q2=YES asq.q5=YES
            R14 asq.q3=YES asq.q5=YES
            R14 asq.q4=YES asq.q5=YES
            R14b asq.q5=YES
            R23 cssrs.q3=YES
            R24 cssrs.q6=YES cssrs.q6.recency=OVER_3_MONTHS
            R24 cssrs.q6=YES cssrs.q6.recency=2026-08-21
            R24 obs.preparatory-act=YES obs.preparatory-act.recency=OVER_3_MONTHS
            R25 cssrs.q2=YES
            R26 asq.q1=YES ~asq.q5=NO
            R26 asq.q2=YES ~asq.q5=NOT_ASKED
            R26 asq.q3=YES ~asq.q5=UNKNOWN
            R26 asq.q4=YES ~asq.q5=REFUSED
            R27 asq.refused=YES person.age=17
            R28 phq9.i9=1
            R29 phq9.i9=2 cssrs.q1=NO cssrs.q2=NO cssrs.q6=NO
            R29 phq9.i9=2 asq.q1=NO asq.q2=NO asq.q3=NO asq.q4=NO
            R29b phq9.i9=1 cssrs.q1=NO cssrs.q2=NO cssrs.q6=NO
            R30 pss3.ideation=YES
            R30 pss3.attempt=YES pss3.attempt.recency=PAST_6_MONTHS
            R30 pss3.attempt=YES pss3.attempt.recency=2026-05-22
            R40 cssrs.q1=YES
            R41 obs.self-injury=YES obs.self-injury.intent-to-die=NO obs.self-injury-needing-care=NO person.age=18
            R42 phq9.i1=3 phq9.i2=3 phq9.i3=3 phq9.i4=3 phq9.i5=3 phq9.i6=3 phq9.i7=2 phq9.i8=0 phq9.i9=0
            R42 gad7.i1=3 gad7.i2=3 gad7.i3=3 gad7.i4=3 gad7.i5=3 gad7.i6=0 gad7.i7=0
            R50 phq9.i1=3 phq9.i2=3 phq9.i3=3 phq9.i4=1 phq9.i5=0 phq9.i6=0 phq9.i7=0 phq9.i8=0 phq9.i9=0
            R50 gad7.i1=3 gad7.i2=3 gad7.i3=3 gad7.i4=1 gad7.i5=0 gad7.i6=0 gad7.i7=0
            """;

    /** A known answer that speaks against what a rule asks. */
    private static final Map<String, String> AGAINST = Map.of(
            "YES",
            "NO",
            "NO",
            "YES",
            "NOW",
            "LATER",
            "HOURS",
            "DAYS",
            "OVER_3_MONTHS",
            "PAST_3_MONTHS",
            "PAST_6_MONTHS",
            "OVER_6_MONTHS",
            "2026-08-21",
            "2026-08-22",
            "2026-05-22",
            "2026-05-21");

    @TestFactory
    Stream<DynamicTest> firesAndNeedsEachAnswer() {
        return FIRES.lines().flatMap(line -> {
            String rule = line.substring(0, line.indexOf(' '));
            Map<String, String> answers = answers(line.substring(line.indexOf(' ') + 1));
            Stream<DynamicTest> fires = Stream.of(DynamicTest.dynamicTest(
                    line, () -> assertThat(truth(rule, plain(answers))).isEqualTo(Truth.TRUE)));
            Stream<DynamicTest> needs = answers.keySet().stream()
                    .filter(item -> !item.startsWith("~"))
                    .filter(item -> !answers.get(item).equals("0"))
                    .flatMap(item -> Stream.of(
                            DynamicTest.dynamicTest(
                                    line + ", but not " + item,
                                    () -> assertThat(truth(rule, with(answers, item, against(rule, answers.get(item)))))
                                            .isNotEqualTo(Truth.TRUE)),
                            DynamicTest.dynamicTest(
                                    line + ", not knowing " + item,
                                    () -> assertThat(truth(rule, with(answers, item, "UNKNOWN")))
                                            .isEqualTo(unknown(item, answers)))));
            return Stream.concat(fires, needs);
        });
    }

    /** A screen of which something is unknown is not complete; everything else that is unknown leaves the rule unknown. */
    private static Truth unknown(String item, Map<String, String> answers) {
        boolean screen = (item.startsWith("cssrs") || item.startsWith("asq")) && answers.containsKey("phq9.i9");
        return screen ? Truth.FALSE : Truth.UNKNOWN;
    }

    @Test
    void everyRuleStandsInTheTable() {
        Set<String> named = FIRES.lines().map(line -> line.split(" ")[0]).collect(Collectors.toSet());

        assertThat(PROTOCOL.rules().stream().map(Rule::id)).containsExactlyInAnyOrderElementsOf(named);
    }

    @Test
    void knowsTheBoundariesOfRecency() {
        assertThat(truth("R13", Map.of("cssrs.q6", "YES", "cssrs.q6.recency", "2026-08-22")))
                .isEqualTo(Truth.TRUE);
        assertThat(truth("R13", Map.of("cssrs.q6", "YES", "cssrs.q6.recency", "2026-08-21")))
                .isNotEqualTo(Truth.TRUE);
        assertThat(truth("R24", Map.of("cssrs.q6", "YES", "cssrs.q6.recency", "2026-08-22")))
                .isNotEqualTo(Truth.TRUE);
    }

    @Test
    void neverCutsAPeriodShortByATimeZone() {
        Instant stillTheDayBeforeInChicago = Instant.parse("2026-11-22T03:00:00Z");
        Item recency = PROTOCOL.items().get("cssrs.q6.recency");
        Answer threeMonthsAgo = recency.read(new Said("2026-08-21", 1, stillTheDayBeforeInChicago));

        assertThat(new Condition.Within("cssrs.q6.recency", Period.ofMonths(3)).test(threeMonthsAgo))
                .isEqualTo(Truth.TRUE);
    }

    @Test
    void readsADateThatCannotBeAsUnknown() {
        for (String odd : List.of("2026-11-24", "2026-02-30", "1899-12-31", "22.11.2026", "", "YES")) {
            assertThat(truth("R13", Map.of("cssrs.q6", "YES", "cssrs.q6.recency", odd)))
                    .as("recency %s", odd)
                    .isEqualTo(Truth.TRUE);
        }
    }

    @Test
    void knowsTheBoundariesOfTotals() {
        assertThat(truth("R42", totals("phq9.i", 9, 19))).isNotEqualTo(Truth.TRUE);
        assertThat(truth("R42", totals("phq9.i", 9, 20))).isEqualTo(Truth.TRUE);
        assertThat(truth("R50", totals("phq9.i", 9, 9))).isNotEqualTo(Truth.TRUE);
        assertThat(truth("R42", totals("gad7.i", 7, 14))).isNotEqualTo(Truth.TRUE);
        assertThat(truth("R42", totals("gad7.i", 7, 15))).isEqualTo(Truth.TRUE);
    }

    @Test
    void aMissingAnswerLeavesATotalOpenOnlyWhereItCouldMatter() {
        Map<String, String> answers = new LinkedHashMap<>(totals("phq9.i", 9, 18));
        answers.put("phq9.i9", "UNKNOWN");
        assertThat(truth("R42", answers)).isEqualTo(Truth.UNKNOWN);
        answers.put("phq9.i1", "0");
        answers.put("phq9.i2", "0");
        assertThat(truth("R50", answers)).isEqualTo(Truth.TRUE);
    }

    @Test
    void countsAnAgeAsOfEighteenAsAdult() {
        assertThat(truth("R27", Map.of("asq.refused", "YES", "person.age", "18")))
                .isEqualTo(Truth.FALSE);
        assertThat(truth("R27", Map.of("asq.refused", "YES", "person.age", "17")))
                .isEqualTo(Truth.TRUE);
        assertThat(truth("R27", Map.of("asq.refused", "YES", "person.age", "old")))
                .isEqualTo(Truth.UNKNOWN);
    }

    @Test
    void doesNotNeedTheSkippedQuestionsOfAScreen() {
        Map<String, String> answers = new LinkedHashMap<>(answers(SKIPPED));

        assertThat(Reading.of(PROTOCOL, said(answers)).standing()).isEqualTo(Reading.Standing.SETTLED);
        answers.put("cssrs.q2", "YES");
        assertThat(Reading.of(PROTOCOL, said(answers)).standing()).isEqualTo(Reading.Standing.OPEN);
    }

    private static Truth truth(String rule, Map<String, String> answers) {
        Rule asked = PROTOCOL.rules().stream()
                .filter(one -> one.id().equals(rule))
                .findFirst()
                .orElseThrow();
        return Answers.byVersion(PROTOCOL, said(answers))
                .lastEntry()
                .getValue()
                .match(asked.when())
                .truth();
    }

    private static Map<String, List<Said>> said(Map<String, String> answers) {
        Map<String, List<Said>> said = new LinkedHashMap<>();
        answers.forEach((item, value) -> said.put(item, List.of(new Said(value, 1, NOON))));
        return said;
    }

    private static Map<String, String> answers(String text) {
        Map<String, String> answers = new LinkedHashMap<>();
        Arrays.stream(text.split(" "))
                .forEach(pair ->
                        answers.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1)));
        return answers;
    }

    private static Map<String, String> plain(Map<String, String> answers) {
        Map<String, String> plain = new LinkedHashMap<>();
        answers.forEach((item, value) -> plain.put(item.replace("~", ""), value));
        return plain;
    }

    private static Map<String, String> with(Map<String, String> answers, String item, String value) {
        Map<String, String> changed = plain(answers);
        changed.put(item, value);
        return changed;
    }

    /** A yes on a screen leaves it complete, so that only a missing answer speaks against R29. */
    private static String against(String rule, String value) {
        if (rule.startsWith("R29") && value.equals("NO")) {
            return "REFUSED";
        }
        String other = AGAINST.get(value);
        if (other != null) {
            return other;
        }
        int number = Integer.parseInt(value);
        return number == 17 ? "18" : Integer.toString(number - 1);
    }

    private static Map<String, String> totals(String prefix, int items, int total) {
        Map<String, String> answers = new LinkedHashMap<>();
        int left = total;
        for (int item = 1; item <= items; item++) {
            int value = Math.min(3, left);
            answers.put(prefix + item, Integer.toString(value));
            left -= value;
        }
        return answers;
    }
}
