package org.holdfast.intake.domain.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.holdfast.chassis.testkit.Seeds;
import org.junit.jupiter.api.Test;

class OutcomePropertiesTest {

    @Test
    void orderAndRepetitionChangeNothing() {
        Random random = Seeds.random(OutcomePropertiesTest.class);
        for (int run = 0; run < 300; run++) {
            List<UnaryOperator<Outcome>> heard = someMessages(random);
            Outcome inOrder = after(heard);

            List<UnaryOperator<Outcome>> shuffled = new ArrayList<>(heard);
            shuffled.addAll(heard.subList(0, random.nextInt(heard.size() + 1)));
            Collections.shuffle(shuffled, random);
            Outcome otherwise = after(shuffled);

            assertThat(otherwise.assessment()).isEqualTo(inOrder.assessment());
            assertThat(otherwise.told()).isEqualTo(inOrder.told());
            assertThat(otherwise.alerts()).isEqualTo(inOrder.alerts());
            assertThat(otherwise.referrals()).isEqualTo(inOrder.referrals());
            assertThat(AlertStanding.of(otherwise).map(AlertStanding::state))
                    .isEqualTo(AlertStanding.of(inOrder).map(AlertStanding::state));
            assertThat(otherwise.awaitingAlert()).isEqualTo(inOrder.awaitingAlert());
        }
    }

    private static Outcome after(List<UnaryOperator<Outcome>> heard) {
        Outcome outcome = Outcome.of("contact1", "case1");
        for (UnaryOperator<Outcome> message : heard) {
            outcome = message.apply(outcome);
        }
        return outcome;
    }

    private static List<UnaryOperator<Outcome>> someMessages(Random random) {
        List<UnaryOperator<Outcome>> messages = new ArrayList<>();
        List<String> codes = List.of("A", "B", "C", "D");
        for (int i = 1; i <= 1 + random.nextInt(12); i++) {
            long version = i;
            String code = codes.get(random.nextInt(codes.size()));
            switch (random.nextInt(5)) {
                case 0 -> {
                    boolean urgent = random.nextInt(4) == 0;
                    messages.add(outcome -> {
                        Outcome told = outcome.told(version, OutcomeTest.NOW.plusSeconds(version));
                        return urgent ? told.urgently() : told;
                    });
                }
                case 1 -> {
                    messages.add(
                            outcome -> outcome.heard(OutcomeTest.assessment(code, version, version), OutcomeTest.NOW));
                    if (Codes.alarming(code)) {
                        messages.add(outcome ->
                                outcome.heard(new Reached("f" + version, code, OutcomeTest.NOW, OutcomeTest.NOW)));
                    }
                }
                case 2 -> messages.add(outcome -> outcome.heard(OutcomeTest.raised(1, version, code, "f" + version)));
                case 3 -> {
                    AlertNotice.Kind kind = AlertNotice.Kind.values()[1 + random.nextInt(4)];
                    messages.add(outcome -> outcome.heard(OutcomeTest.notice(1, version, kind, OutcomeTest.NOW)));
                }
                default -> {
                    ReferralNotice.Kind kind =
                            ReferralNotice.Kind.values()[random.nextInt(ReferralNotice.Kind.values().length)];
                    messages.add(outcome -> outcome.heard(OutcomeTest.referral(version, kind)));
                }
            }
        }
        return messages;
    }
}
