package org.holdfast.referral.stream;

import java.util.List;
import org.holdfast.chassis.journal.Entry;
import org.holdfast.chassis.journal.Lane;
import org.holdfast.chassis.journal.Tell;
import org.holdfast.chassis.journal.Telling;
import org.holdfast.contracts.MessageType;
import org.holdfast.contracts.referral.ReferralMessage;
import org.holdfast.referral.domain.ReferralEvent;
import org.holdfast.referral.domain.ReferralState;

/** Tells what became of a referral: each state that it reaches, never what anybody wrote. */
public final class ReferralTold implements Telling<ReferralState, ReferralEvent> {

    @Override
    public List<Tell> tell(Entry<ReferralState> entry, List<ReferralEvent> events) {
        return events.isEmpty()
                ? List.of()
                : ReferralMessages.of(entry, events.getLast().at()).map(ReferralTold::routine).stream()
                        .toList();
    }

    @Override
    public List<Tell> retell(Entry<ReferralState> entry) {
        return ReferralMessages.of(entry, entry.time()).map(ReferralTold::routine).stream()
                .toList();
    }

    static Tell routine(ReferralMessage message) {
        MessageType type = MessageType.of(message.getClass());
        return new Tell(Lane.ROUTINE, type.topic().title(), type.type(), message.key(), message);
    }
}
