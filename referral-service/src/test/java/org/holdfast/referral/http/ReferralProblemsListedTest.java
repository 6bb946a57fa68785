package org.holdfast.referral.http;

import java.util.Set;
import org.holdfast.chassis.http.ProblemsListedContract;

class ReferralProblemsListedTest extends ProblemsListedContract {

    /** The one that is made from the status of intake's answer. */
    @Override
    protected Set<String> more() {
        return Set.of("disclosure-refused");
    }
}
