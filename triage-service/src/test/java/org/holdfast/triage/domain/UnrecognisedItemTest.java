package org.holdfast.triage.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.holdfast.chassis.decide.Decision;
import org.holdfast.triage.domain.protocol.Code;
import org.holdfast.triage.domain.protocol.Evidence;
import org.holdfast.triage.domain.protocol.Reached;
import org.junit.jupiter.api.Test;

/** What no protocol knows may have been a yes: it is known to a person, or to nobody. */
class UnrecognisedItemTest {

    private final Person person = Person.onThePhone();

    private void saysWhatNobodyKnows(String ref) {
        person.says("unrecognised." + ref, "UNRECOGNISED");
    }

    @Test
    void anUnknownItemIsKeptAndFlagged() {
        saysWhatNobodyKnows("1");

        assertThat(person.assessed().outcome().flags()).contains("UNRECOGNISED_ITEM");
        assertThat(person.assessed().contact().items()).containsKey("unrecognised.1");
    }

    @Test
    void anItemThatNoProtocolKnowsKeepsAContactUntriagedThoughTheScreenIsAllNo() {
        person.answersTheScreenWithNo();
        assertThat(person.code()).isEqualTo(Code.OPERATOR_CHOICE);

        saysWhatNobodyKnows("1");

        assertThat(person.code()).isEqualTo(Code.UNTRIAGED);
        assertThat(person.assessed().outcome().explanations())
                .flatExtracting(Reached::evidence)
                .contains(new Evidence("unrecognised.1", "UNKNOWN"));
    }

    @Test
    void whoHasReadItMayPickACode() {
        person.answersTheScreenWithNo();
        saysWhatNobodyKnows("1");

        assertThat(person.operatorPicks(Code.F)).isInstanceOf(Decision.Accepted.class);

        assertThat(person.code()).isEqualTo(Code.F);
        assertThat(person.assessed().outcome().flags()).contains("UNRECOGNISED_ITEM");
    }

    @Test
    void aPickOfBeforeSaysNothingOfWhatIsSaidLater() {
        person.answersTheScreenWithNo();
        person.operatorPicks(Code.G);
        person.waits(Duration.ofSeconds(1));

        saysWhatNobodyKnows("1");

        assertThat(person.code()).isEqualTo(Code.UNTRIAGED);
        person.operatorPicks(Code.G);
        assertThat(person.code()).isEqualTo(Code.G);
    }

    @Test
    void whoPicksBesideOpenQuestionsIsRefused() {
        saysWhatNobodyKnows("1");
        person.says("cssrs.q1", "NO");

        assertThat(person.operatorPicks(Code.F)).isInstanceOf(Decision.Refused.class);
        assertThat(person.code()).isEqualTo(Code.UNTRIAGED);
    }

    @Test
    void aRiskAnswerCountsAsEver() {
        person.answersTheScreenWithNo();
        saysWhatNobodyKnows("1");

        person.says("cssrs.q4", "YES");

        assertThat(person.code()).isEqualTo(Code.B);
    }

    @Test
    void anItemThatTheProtocolNoLongerHasIsFlaggedAndNoMore() {
        person.answersTheScreenWithNo();

        person.says("old.q1", "NO");

        assertThat(person.code()).isEqualTo(Code.OPERATOR_CHOICE);
        assertThat(person.assessed().outcome().flags()).contains("UNRECOGNISED_ITEM");
    }
}
