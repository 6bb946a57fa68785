package org.holdfast.contracts.referral;

import org.holdfast.contracts.BusMessage;

/** What referral tells. */
public sealed interface ReferralMessage extends BusMessage
        permits ReferralProposed,
                ReferralSent,
                ReferralOpened,
                ReferralAccepted,
                ReferralDeclined,
                ReferralExpired,
                ReferralCancelled,
                ReferralCompleted,
                ReferralKeyDestroyed,
                PartnersPublished {}
