package org.holdfast.triage.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.holdfast.triage.domain.protocol.Code;
import org.holdfast.triage.domain.protocol.Protocol;
import org.holdfast.triage.domain.protocol.Rule;
import org.junit.jupiter.api.Test;

class ProtocolFileTest {

    private static final String NAME = "crisis-triage-1.0.0";
    private final String good = ProtocolFile.resource(NAME + ".json");
    private final String cases = ProtocolFile.resource(NAME + ".cases.json");

    @Test
    void loadsTheShippedProtocolAndItsGoldenCasesPass() {
        Protocol protocol = ProtocolFile.load(NAME);

        assertThat(protocol.name()).isEqualTo(new Protocol.Name("crisis-triage", "1.0.0", "uk-2015"));
        assertThat(protocol.window(Code.B).length()).hasHours(4);
        assertThat(protocol.rules().stream().map(Rule::id))
                .containsExactly(
                        "R01", "R02", "R03", "R04", "R05", "R06", "R07", "R08", "R09", "R10", "R11", "R12", "R13",
                        "R14", "R14b", "R23", "R24", "R25", "R26", "R27", "R28", "R29", "R29b", "R30", "R40", "R41",
                        "R42", "R50");
    }

    @Test
    void refusesARuleIdThatIsUsedTwice() {
        refused(good.replace("\"id\": \"R12\"", "\"id\": \"R11\""), "Id used twice: R11");
    }

    @Test
    void refusesAnItemIdThatIsUsedTwice() {
        refused(good.replace("\"id\": \"asq.q2\"", "\"id\": \"asq.q1\""), "Id used twice: asq.q1");
    }

    @Test
    void refusesACodeWithoutAWindow() {
        refused(good.replace("\"B\": \"PT4H\", ", ""), "Code without a window: B");
        refused(good.replace("\"B\": \"PT4H\"", "\"B\": \"NONE\""), "An urgent code needs a time to respond: B");
    }

    @Test
    void refusesAnItemThatIsNotDefined() {
        refused(
                good.replace("{\"item\": \"cssrs.q4\", \"eq\": \"YES\"}", "{\"item\": \"cssrs.q44\", \"eq\": \"YES\"}"),
                "not defined: cssrs.q44");
    }

    @Test
    void refusesARuleThatLowers() {
        refused(good.replace("\"floor\": \"A\"", "\"effect\": \"LOWER\", \"floor\": \"A\""), "lowers");
        refused(good.replace("\"floor\": \"E\"", "\"floor\": \"G\""), "floor that does not raise: G");
    }

    @Test
    void refusesANegatedLeafOutsideOfTheWhitelist() {
        refused(
                good.replace(
                        "\"when\": {\"item\": \"cssrs.q4\", \"eq\": \"YES\"}",
                        "\"when\": {\"not\": {\"item\": \"cssrs.q4\", \"eq\": \"NO\"}}"),
                "negates a leaf that must not be: cssrs.q4");
        refused(
                good.replaceFirst(
                        "\"screen\": \"cssrs\", \"is\": \"NEGATIVE\"",
                        "\"screen\": \"cssrs\", \"is\": \"NEGATIVE\", \"not\": true"),
                "negates a leaf that must not be: cssrs negative");
    }

    @Test
    void refusesARuleThatCitesNoSource() {
        refused(good.replaceFirst("\"cite\": \"C-SSRS[^\"]*\"", "\"cite\": \" \""), "cite");
        refused(
                good.replaceFirst("(\"explainKey\": \"rule.R11\",\\s*)\"source\": \\{[^}]*},", "$1"),
                "cites no source");
    }

    @Test
    void refusesAValueThatTheItemCannotHold() {
        refused(
                good.replace(
                        "\"when\": {\"item\": \"cssrs.q4\", \"eq\": \"YES\"}",
                        "\"when\": {\"item\": \"cssrs.q4\", \"eq\": \"true\"}"),
                "a value it cannot hold");
    }

    @Test
    void refusesAProtocolThatDecidesAGoldenCaseOtherwise() {
        refused(
                good.replaceFirst("(\"id\": \"R12\",\\s*\"floor\": )\"B\"", "$1\"C\""),
                "Case 5: C-SSRS 1 to 4 yes, 5 no comes to C, not B");
    }

    @Test
    void refusesAFieldItDoesNotKnowAndAKeyThatStandsTwice() {
        refused(good.replace("\"profile\":", "\"colour\": \"red\", \"profile\":"), "unknown field: colour");
        refused(good.replace("\"profile\":", "\"version\": \"9\", \"profile\":"), "version");
    }

    @Test
    void refusesCasesOfAnotherVersion() {
        assertThatThrownBy(() -> ProtocolFile.read(NAME, good, cases.replaceFirst("1\\.0\\.0", "1.0.1")))
                .hasMessageContaining("another protocol or version");
    }

    private void refused(String broken, String problem) {
        assertThat(broken).as("the file was broken").isNotEqualTo(good);
        assertThatThrownBy(() -> ProtocolFile.read(NAME, broken, cases))
                .isInstanceOf(ProtocolFile.Unpublishable.class)
                .hasMessageContaining(problem);
    }
}
