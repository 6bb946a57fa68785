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
    @CsvSource({"jane.doe, YES", "mood.today, 7", "nickname.dog, 2026-11-01", "unrecognised.x, YES"})
    void whatNoProtocolKnowsIsSealedAlsoBeforeAnyWasHeard(String item, String value) {
        assertThat(early(item, value)).isEqualTo(sealed(item, value));
    }

    @Test
    void whatTheShippedProtocolKnowsTravelsBeforeAnyWasHeard() {
        assertThat(early("cssrs.q4", "YES")).isEqualTo(new Answers.Sorted(Desk.yes("cssrs.q4"), null));
    }

    @Test
    void anItemOfAKindThatIsNotKnownHereKeepsItsTextInTheVault() {
        Catalogue newer =
                Catalogue.of(List.of(new ItemRule("new.kind", ItemKind.OTHER, null, null, List.of("HERE"), List.of())));

        assertThat(sort(newer, "new.kind", "JANE_DOE")).isEqualTo(sealed("new.kind", "JANE_DOE"));
        assertThat(sort(newer, "new.kind", "HERE").words()).isNull();
        assertThat(sort(newer, "new.kind", "7").words()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "mood.today, YES",
        "mood.today, 7",
        "mood-today, 2026-11-01",
        "jane-doe-is-with-her-father, YES",
        "zoë.müller, NO",
        "李.明, UNKNOWN",
        "nickname, Annie",
        "nickname, ANNIE",
        "call.back, 5550123",
        "Ruth Example, YES",
        "item.5550123, YES",
        "unrecognised.x, YES",
        "call.back, 2026-02-30",
        "mood.today, I feel empty"
    })
    void whatThePublishedProtocolsDoNotKnowGoesToTheVaultAsAWhole(String item, String value) {
        assertThat(sort(item, value)).isEqualTo(sealed(item, value));
        assertThat(sort(item, value).given().toString()).doesNotContain(item).doesNotContain("=" + value + ",");
    }

    @Test
    void refusesWhatCannotBeAnAnswerAtAll() {
        assertThat(Answers.wrong(new Answer(" ", "YES"), 3).orElseThrow().pointer())
                .isEqualTo("/answers/3/item");
        assertThat(Answers.wrong(new Answer("a", "x".repeat(4_097)), 0)
                        .orElseThrow()
                        .detail())
                .contains("4096");
        assertThat(Answers.tooMany(101).orElseThrow().type()).isEqualTo("answers-too-many");
    }

    @Test
    void neitherAnAnswerNorItsSortingSaysWhatWasToldWhenPrinted() {
        assertThat(new Answer("nickname", "Annie").toString() + sort("nickname", "Annie"))
                .doesNotContain("Annie");
    }

    private static Answers.Sorted sort(String item, String value) {
        return sort(Desk.CATALOGUE, item, value);
    }

    private static Answers.Sorted early(String item, String value) {
        return sort(Catalogue.shipped(Desk.CATALOGUE.items().values()), item, value);
    }

    private static Answers.Sorted sort(Catalogue catalogue, String item, String value) {
        return Answers.sort(List.of(new Answer(item, value)), catalogue, "ref").getFirst();
    }

    private static Answers.Sorted sealed(String item, String value) {
        return new Answers.Sorted(new Given("unrecognised.ref-0", "UNRECOGNISED", false, "ref-0"), item + "\n" + value);
    }
}
