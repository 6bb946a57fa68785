package org.holdfast.notification.domain.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.holdfast.notification.domain.Helpline;
import org.junit.jupiter.api.Test;

class RosterTest {

    private static final Step FIRST = Step.onCall("night", 0, 60, 300);

    @Test
    void isSoundAsTheTestsUseIt() {
        assertThat(Helpline.roster().faults()).isEmpty();
        assertThat(Helpline.deserted().faults()).isEmpty();
    }

    @Test
    void callsNobodyWhoCannotBeReached() {
        Roster roster = Helpline.rosterOf(
                List.of("mute"),
                List.of(
                        new Person("mute", null, null, false),
                        Helpline.people("lead").getFirst()),
                Helpline.policies());
        assertThat(roster.callees(FIRST, Helpline.NOW)).isEmpty();
        assertThat(roster.callees(Step.everyone(60, 300), Helpline.NOW))
                .extracting(Callee::person)
                .containsExactly("lead");
    }

    @Test
    void keepsTheLastWayToItsSafetyNet() {
        Roster roster = Helpline.rosterOf(
                List.of(), List.of(new Person("lead", null, "https://lead.example/hook", false)), Map.of());
        assertThat(roster.withWebhookOff("lead")).isEqualTo(roster);
        Roster two = Helpline.rosterOf(
                List.of(),
                List.of(
                        new Person("lead", "lead@helpline.example", null, false),
                        new Person("ana", null, "https://ana.example/hook", false)),
                Map.of());
        assertThat(two.withWebhookOff("ana").person("ana").orElseThrow().channels())
                .isEmpty();
    }

    @Test
    void hasAFaultWhenItsSafetyNetCannotBeReached() {
        Roster silent = Helpline.rosterOf(List.of(), List.of(new Person("lead", null, null, false)), Map.of());
        assertThat(silent.faults()).extracting(RosterFault::pointer).containsExactly("/safetyNet/people");
    }

    @Test
    void wantsASoundSecretForEveryWebhook() {
        assertThat(secretFaults(null)).containsExactly("/people/0/webhookSecret");
        assertThat(secretFaults("whsec_c2hvcnQ=")).containsExactly("/people/0/webhookSecret");
        assertThat(secretFaults("not base64")).containsExactly("/people/0/webhookSecret");
        assertThat(secretFaults("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")).isEmpty();
    }

    @Test
    void readsAnUnknownCodeAsTheMostUrgent() {
        assertThat(Code.reading("B")).isEqualTo(Code.B);
        assertThat(Code.reading("Q")).isEqualTo(Code.A);
    }

    private static List<String> secretFaults(String secret) {
        RosterDraft draft = new RosterDraft(
                List.of(),
                List.of(new RosterDraft.Contactable("lead", "lead@x.example", "https://lead.example/hook", secret)),
                Map.of(),
                new SafetyNet(List.of("lead"), 120));
        return draft.faults(java.util.Set.of()).stream()
                .map(RosterFault::pointer)
                .toList();
    }
}
