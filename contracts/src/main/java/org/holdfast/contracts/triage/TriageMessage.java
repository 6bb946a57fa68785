package org.holdfast.contracts.triage;

import org.holdfast.contracts.BusMessage;

/** What triage tells. */
public sealed interface TriageMessage extends BusMessage
        permits AssessmentChanged, UrgentCodeReached, ReferralNeeded, ProtocolPublished, TriageKeyDestroyed {}
