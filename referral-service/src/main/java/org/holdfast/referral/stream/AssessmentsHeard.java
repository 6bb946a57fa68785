package org.holdfast.referral.stream;

import org.holdfast.chassis.stream.Heard;
import org.holdfast.contracts.triage.AssessmentChanged;
import org.holdfast.contracts.triage.ReferralNeeded;
import org.holdfast.referral.store.HeardContacts;
import org.holdfast.referral.store.NeededReferral;
import org.holdfast.referral.store.NeededReferrals;
import reactor.core.publisher.Mono;

/** Hears how urgent a contact is, which says how soon a partner must answer, and which contacts ought to be referred. */
public final class AssessmentsHeard {

    private final HeardContacts contacts;
    private final NeededReferrals needed;
    private final ReferralStreams referrals;

    public AssessmentsHeard(HeardContacts contacts, NeededReferrals needed, ReferralStreams referrals) {
        this.contacts = contacts;
        this.needed = needed;
        this.referrals = referrals;
    }

    /** Completes when it is on disk. */
    public Mono<Void> hear(Heard<?> heard) {
        return switch (heard.message()) {
            case AssessmentChanged changed ->
                again(
                        contacts.assessed(changed.contactId(), changed.version(), changed.code()),
                        changed.caseId(),
                        heard);
            case ReferralNeeded need ->
                again(
                        needed.heard(
                                new NeededReferral(need.contactId(), need.caseId(), need.code(), need.at()),
                                need.version()),
                        need.caseId(),
                        heard);
            default -> Mono.empty();
        };
    }

    /** Somebody asks again, and nothing here is new: what followed from it is told again. */
    private Mono<Void> again(Mono<Boolean> keeping, String caseId, Heard<?> heard) {
        return keeping.flatMap(newer -> heard.retold() && !newer ? referrals.retell(caseId) : Mono.<Void>empty());
    }
}
