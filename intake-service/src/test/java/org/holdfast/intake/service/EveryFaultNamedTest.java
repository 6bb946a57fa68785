package org.holdfast.intake.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.intake.service.Call.body;
import static org.holdfast.intake.service.Call.fresh;
import static org.holdfast.intake.service.Call.post;
import static org.holdfast.intake.service.Call.problem;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** A form that is wrong in several places learns all of them at once, and nothing of it is taken. */
class EveryFaultNamedTest {

    private final House house = House.open();

    @Test
    void everyWrongAnswerIsNamedAndNoneOfTheRequestIsTaken() {
        Call call = Call.opened(house);
        long before = stored();

        Map<String, Object> problem = problem(
                post(
                        house.mia(),
                        call.path("/answers"),
                        fresh(),
                        answers(
                                Map.of("item", "cssrs.q1", "value", "YES"),
                                Map.of("item", "cssrs.q4", "value", "MAYBE"),
                                Map.of("item", "nickname", "value", "Annie"),
                                Map.of("item", "phq9.q1", "value", 4))),
                422,
                "answer-wrong-kind");

        assertThat(faults(problem))
                .containsExactly("answer-wrong-kind /answers/1/value", "answer-out-of-range /answers/3/value");
        assertThat(problem).containsEntry("pointer", "/answers/1/value");
        assertThat(call.version()).isEqualTo(1);
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void answersThatCannotBeReadAreNamedInOrderWithThoseThatTheProtocolDoesNotTake() {
        Call call = Call.opened(house);

        Map<String, Object> problem = problem(
                post(
                        house.mia(),
                        call.path("/answers"),
                        fresh(),
                        answers(
                                Map.of("item", "cssrs.q4", "value", "MAYBE"),
                                Map.of("item", "cssrs.q4", "value", true),
                                Map.of("item", " ", "value", "YES"),
                                Map.of("item", "cssrs.q1", "value", "YES"),
                                Map.of("item", "never.heard", "value", ""))),
                422,
                "answer-wrong-kind");

        assertThat(faults(problem))
                .containsExactly(
                        "answer-wrong-kind /answers/0/value",
                        "wrong-type /answers/1/value",
                        "item-invalid /answers/2/item",
                        "answer-length /answers/4/value");
        assertThat(call.version()).isEqualTo(1);
        body(call.answers("cssrs.q1", "YES"), 200);
    }

    @Test
    void anOpeningNamesWhatIsWrongWithTheSituationAndWithTheAnswers() {
        long before = stored();
        Map<String, Object> opening = new HashMap<>(Call.opening());
        opening.put("language", "Ruth speaks English");
        opening.put("place", Map.of("area", "12 Elm Street"));
        opening.put("needs", List.of("Ruth needs help", "food", "a bed"));
        opening.put("answers", List.of(Map.of("item", "cssrs.q4", "value", "PERHAPS")));

        Map<String, Object> problem =
                problem(post(house.mia(), "/contacts", fresh(), opening), 422, "language-invalid");

        assertThat(faults(problem))
                .containsExactly(
                        "language-invalid /language",
                        "place-invalid /place/area",
                        "need-unknown /needs/0",
                        "need-unknown /needs/2",
                        "answer-wrong-kind /answers/0/value");
        assertThat(problem.toString()).doesNotContain("Ruth", "Elm", "a bed", "PERHAPS");
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void everyNameAndNumberThatCannotBeIsNamed() {
        Call call = Call.opened(house);

        Map<String, Object> problem = problem(
                post(
                        house.mia(),
                        call.path("/details"),
                        fresh(),
                        Map.of("caller", Map.of("name", "Ruth\nX", "number", " "))),
                422,
                "invalid-value");

        assertThat(faults(problem)).containsExactly("invalid-value /caller/name", "invalid-value /caller/number");
        assertThat(call.version()).isEqualTo(1);
    }

    @SafeVarargs
    private static Map<String, Object> answers(Map<String, Object>... answers) {
        return Map.of("answers", List.of(answers));
    }

    private static List<String> faults(Map<String, Object> problem) {
        return ((List<?>) problem.get("errors"))
                .stream()
                        .map(fault -> (Map<?, ?>) fault)
                        .map(fault -> fault.get("type") + " " + fault.get("pointer"))
                        .toList();
    }

    private long stored() {
        return Flux.concat(
                        house.database().getCollection("journal").countDocuments(),
                        house.database().getCollection("vault_texts").countDocuments())
                .reduce(0L, Long::sum)
                .block(House.PATIENCE);
    }
}
