package org.holdfast.referral.stream;

import java.util.List;
import org.holdfast.chassis.journal.Entry;
import org.holdfast.chassis.journal.Tell;
import org.holdfast.chassis.journal.Telling;
import org.holdfast.contracts.referral.ReferralKeyDestroyed;
import org.holdfast.referral.domain.Erasure;

/** Tells that the key of an erased case is gone. */
public final class ErasureTold implements Telling<Erasure.State, Erasure.KeyDestroyed> {

    @Override
    public List<Tell> tell(Entry<Erasure.State> entry, List<Erasure.KeyDestroyed> events) {
        return events.isEmpty() ? List.of() : retell(entry);
    }

    @Override
    public List<Tell> retell(Entry<Erasure.State> entry) {
        return entry.state() instanceof Erasure.Erased erased
                ? List.of(ReferralTold.routine(new ReferralKeyDestroyed(erased.caseId(), erased.at())))
                : List.of();
    }
}
