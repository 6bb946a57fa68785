package org.holdfast.console.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Arrays;
import org.holdfast.console.views.OutcomeView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** Which codes a person is offered: never more than triage takes. */
class ChoicesTest {

    private final JsonMapper json = new JsonMapper();
    private final Words words = new Words(Clock.systemUTC());

    private OutcomeView outcome(String code, String... items) {
        String evidence = String.join(
                ",",
                Arrays.stream(items)
                        .map(item -> "{\"item\":\"" + item + "\",\"value\":\"UNKNOWN\"}")
                        .toList());
        return json.readValue("""
                {"contactId":"c","caseId":"k","assessed":"ASSESSED","code":"%s","mustAsk":[],"flags":[],"referrals":[],
                 "warnings":[],"alert":{"state":"NONE","confirmed":false,"delivered":[]},
                 "explanations":[{"rule":"R55","floor":"%s","source":"s","evidence":[%s]}]}""".formatted(code, code, evidence), OutcomeView.class);
    }

    @ParameterizedTest
    @CsvSource({"OPERATOR_CHOICE,3", "F,1", "G,2", "E,0", "D,0", "A,0", "UNTRIAGED,0"})
    void offersWhatMayBePickedUnderTheCode(String code, int many) {
        assertThat(words.choices(outcome(code, "cssrs.q1"))).hasSize(many);
    }

    @Test
    void offersAllThreeWhereOnlyWhatNoProtocolKnewKeepsItOpen() {
        assertThat(words.choices(outcome("UNTRIAGED", "unrecognised.a", "unrecognised.b")))
                .containsExactly("E", "F", "G");
    }

    @Test
    void offersNothingWhereAQuestionIsOpenBesideIt() {
        assertThat(words.choices(outcome("UNTRIAGED", "unrecognised.a", "cssrs.q1")))
                .isEmpty();
        assertThat(words.choices(outcome("UNTRIAGED"))).isEmpty();
    }
}
