package org.holdfast.referral.stream;

import org.holdfast.chassis.stream.Heard;
import org.holdfast.contracts.triage.AssessmentChanged;
import org.holdfast.referral.store.HeardContacts;
import reactor.core.publisher.Mono;

/** Hears how urgent a contact is, which says how soon a partner must answer. */
public final class AssessmentsHeard {

    private final HeardContacts contacts;
    private final ReferralStreams referrals;

    public AssessmentsHeard(HeardContacts contacts, ReferralStreams referrals) {
        this.contacts = contacts;
        this.referrals = referrals;
    }

    /** Completes when it is on disk. */
    public Mono<Void> hear(Heard<?> heard) {
        if (!(heard.message() instanceof AssessmentChanged assessment)) {
            return Mono.empty();
        }
        return contacts.assessed(assessment.contactId(), assessment.version(), assessment.code())
                .flatMap(
                        newer -> heard.retold() && !newer ? referrals.retell(assessment.caseId()) : Mono.<Void>empty());
    }
}
