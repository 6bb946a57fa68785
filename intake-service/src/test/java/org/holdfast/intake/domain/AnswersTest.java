package org.holdfast.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswersTest {

    @Test
    void whatTheProtocolKnowsTravelsAsItIs() {
        assertThat(sort("cssrs.q4", "YES")).isEqualTo(new Answers.Sorted(Desk.yes("cssrs.q4"), null));
        assertThat(sort("phq9.q9", "03").given().value()).isEqualTo("3");
    }

    @ParameterizedTest
    @CsvSource({"mood.today, YES", "mood.today, 7", "mood.today, -3", "mood-today, 2026-11-01", "q1, UNKNOWN"})
    void aHarmlessValueOfAnUnknownItemTravelsFlagged(String item, String value) {
        assertThat(sort(item, value)).isEqualTo(new Answers.Sorted(new Given(item, value, false, null), null));
    }

    @ParameterizedTest
    @CsvSource({
        "nickname, Annie",
        "nickname, ANNIE",
        "call.back, 5550123",
        "Ruth Example, YES",
        "item.5550123, YES",
        "unrecognised.x, YES",
        "call.back, 2026-02-30",
        "mood.today, I feel empty"
    })
    void whatCouldHoldANameOrANumberGoesToTheVault(String item, String value) {
        assertThat(sort(item, value))
                .isEqualTo(new Answers.Sorted(
                        new Given("unrecognised.ref-0", "UNRECOGNISED", false, "ref-0"), item + "\n" + value));
    }

    @Test
    void aCodeTravelsWhileNobodyKnowsTheProtocolBecauseTriageMayKnowIt() {
        List<Answer> means = List.of(new Answer("observed.means", "IN_HAND"));

        assertThat(Answers.sort(means, Catalogue.UNPUBLISHED, "ref").getFirst().words())
                .isNull();
        assertThat(Answers.sort(means, Catalogue.of(List.of()), "ref")
                        .getFirst()
                        .words())
                .isNotNull();
    }

    @Test
    void refusesWhatCannotBeAnAnswerAtAll() {
        assertThat(Answers.wrong(List.of(new Answer(" ", "YES"))).orElseThrow().pointer())
                .isEqualTo("/answers/0/item");
        assertThat(Answers.wrong(List.of(new Answer("a", "x".repeat(4_097))))
                        .orElseThrow()
                        .detail())
                .contains("4096");
        assertThat(Answers.wrong(java.util.Collections.nCopies(101, new Answer("a", "YES")))
                        .orElseThrow()
                        .type())
                .isEqualTo("answers-too-many");
    }

    @Test
    void neitherAnAnswerNorItsSortingSaysWhatWasToldWhenPrinted() {
        assertThat(new Answer("nickname", "Annie").toString() + sort("nickname", "Annie"))
                .doesNotContain("Annie");
    }

    private static Answers.Sorted sort(String item, String value) {
        return Answers.sort(List.of(new Answer(item, value)), Desk.CATALOGUE, "ref")
                .getFirst();
    }
}
