package org.holdfast.triage.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.holdfast.triage.domain.protocol.Code;
import org.holdfast.triage.domain.protocol.Evidence;
import org.holdfast.triage.domain.protocol.Reached;
import org.junit.jupiter.api.Test;

/** What no protocol knows may have been a yes. */
class UnrecognisedItemTest {

    private final Person person = Person.onThePhone();

    @Test
    void anUnknownItemIsKeptAndFlagged() {
        person.says("unrecognised.1", "UNRECOGNISED");

        assertThat(person.assessed().outcome().flags()).contains("UNRECOGNISED_ITEM");
        assertThat(person.assessed().contact().items()).containsKey("unrecognised.1");
    }

    @Test
    void anItemThatNoProtocolKnowsKeepsAContactUntriagedThoughTheScreenIsAllNo() {
        person.answersTheScreenWithNo();
        assertThat(person.code()).isEqualTo(Code.OPERATOR_CHOICE);

        person.says("unrecognised.1", "UNRECOGNISED");

        assertThat(person.code()).isEqualTo(Code.UNTRIAGED);
        assertThat(person.assessed().outcome().explanations())
                .flatExtracting(Reached::evidence)
                .contains(new Evidence("unrecognised.1", "UNKNOWN"));
    }
}
