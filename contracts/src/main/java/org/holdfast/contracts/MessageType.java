package org.holdfast.contracts;

import java.util.Arrays;
import java.util.Optional;
import org.holdfast.contracts.intake.CaseErased;
import org.holdfast.contracts.intake.ConsentRecorded;
import org.holdfast.contracts.intake.ContactRecorded;
import org.holdfast.contracts.notification.AlertAcknowledged;
import org.holdfast.contracts.notification.AlertClosed;
import org.holdfast.contracts.notification.AlertDelivered;
import org.holdfast.contracts.notification.AlertEngaged;
import org.holdfast.contracts.notification.AlertExhausted;
import org.holdfast.contracts.notification.AlertRaised;
import org.holdfast.contracts.notification.NotificationKeyDestroyed;
import org.holdfast.contracts.referral.PartnersPublished;
import org.holdfast.contracts.referral.ReferralAccepted;
import org.holdfast.contracts.referral.ReferralCancelled;
import org.holdfast.contracts.referral.ReferralCompleted;
import org.holdfast.contracts.referral.ReferralDeclined;
import org.holdfast.contracts.referral.ReferralExpired;
import org.holdfast.contracts.referral.ReferralKeyDestroyed;
import org.holdfast.contracts.referral.ReferralOpened;
import org.holdfast.contracts.referral.ReferralProposed;
import org.holdfast.contracts.referral.ReferralSent;
import org.holdfast.contracts.triage.AssessmentChanged;
import org.holdfast.contracts.triage.ProtocolPublished;
import org.holdfast.contracts.triage.ReferralNeeded;
import org.holdfast.contracts.triage.TriageKeyDestroyed;
import org.holdfast.contracts.triage.UrgentCodeReached;

/** The one table of messages: type name, record and topic; the key is {@link BusMessage#key()}. */
public enum MessageType {
    CONTACT_RECORDED("org.holdfast.intake.contact-recorded.v1", ContactRecorded.class, Topic.CONTACTS),
    CONSENT_RECORDED("org.holdfast.intake.consent-recorded.v1", ConsentRecorded.class, Topic.CONTACTS),
    CASE_ERASED("org.holdfast.intake.case-erased.v1", CaseErased.class, Topic.CONTACTS),
    ASSESSMENT_CHANGED("org.holdfast.triage.assessment-changed.v1", AssessmentChanged.class, Topic.ASSESSMENTS),
    URGENT_CODE_REACHED("org.holdfast.triage.urgent-code-reached.v1", UrgentCodeReached.class, Topic.URGENT),
    REFERRAL_NEEDED("org.holdfast.triage.referral-needed.v1", ReferralNeeded.class, Topic.ASSESSMENTS),
    PROTOCOL_PUBLISHED("org.holdfast.triage.protocol-published.v1", ProtocolPublished.class, Topic.PROTOCOLS),
    TRIAGE_KEY_DESTROYED("org.holdfast.triage.key-destroyed.v1", TriageKeyDestroyed.class, Topic.ASSESSMENTS),
    REFERRAL_PROPOSED("org.holdfast.referral.proposed.v1", ReferralProposed.class, Topic.REFERRALS),
    REFERRAL_SENT("org.holdfast.referral.sent.v1", ReferralSent.class, Topic.REFERRALS),
    REFERRAL_OPENED("org.holdfast.referral.opened.v1", ReferralOpened.class, Topic.REFERRALS),
    REFERRAL_ACCEPTED("org.holdfast.referral.accepted.v1", ReferralAccepted.class, Topic.REFERRALS),
    REFERRAL_DECLINED("org.holdfast.referral.declined.v1", ReferralDeclined.class, Topic.REFERRALS),
    REFERRAL_EXPIRED("org.holdfast.referral.expired.v1", ReferralExpired.class, Topic.REFERRALS),
    REFERRAL_CANCELLED("org.holdfast.referral.cancelled.v1", ReferralCancelled.class, Topic.REFERRALS),
    REFERRAL_COMPLETED("org.holdfast.referral.completed.v1", ReferralCompleted.class, Topic.REFERRALS),
    REFERRAL_KEY_DESTROYED("org.holdfast.referral.key-destroyed.v1", ReferralKeyDestroyed.class, Topic.REFERRALS),
    PARTNERS_PUBLISHED("org.holdfast.referral.partners-published.v1", PartnersPublished.class, Topic.PARTNERS),
    ALERT_RAISED("org.holdfast.notification.alert-raised.v1", AlertRaised.class, Topic.ALERTS),
    ALERT_DELIVERED("org.holdfast.notification.alert-delivered.v1", AlertDelivered.class, Topic.ALERTS),
    ALERT_ACKNOWLEDGED("org.holdfast.notification.alert-acknowledged.v1", AlertAcknowledged.class, Topic.ALERTS),
    ALERT_ENGAGED("org.holdfast.notification.alert-engaged.v1", AlertEngaged.class, Topic.ALERTS),
    ALERT_EXHAUSTED("org.holdfast.notification.alert-exhausted.v1", AlertExhausted.class, Topic.ALERTS),
    ALERT_CLOSED("org.holdfast.notification.alert-closed.v1", AlertClosed.class, Topic.ALERTS),
    NOTIFICATION_KEY_DESTROYED(
            "org.holdfast.notification.key-destroyed.v1", NotificationKeyDestroyed.class, Topic.ALERTS),
    SAFETY_NET_CALLED("org.holdfast.service.safety-net-called.v1", SafetyNetCalled.class, Topic.SAFETY_NET);

    private final String type;
    private final Class<? extends BusMessage> message;
    private final Topic topic;

    MessageType(String type, Class<? extends BusMessage> message, Topic topic) {
        this.type = type;
        this.message = message;
        this.topic = topic;
    }

    /** The CloudEvents type: reverse domain name, publisher, past event, major version. */
    public String type() {
        return type;
    }

    /** The record that it carries. */
    public Class<? extends BusMessage> message() {
        return message;
    }

    /**
     * The topic on which it is told. {@link #CONTACT_RECORDED} travels on {@link Topic#CONTACTS_URGENT} instead once an
     * answer could reach code A or B, or nobody can say that it could not.
     */
    public Topic topic() {
        return topic;
    }

    /** The row of the record class. */
    public static MessageType of(Class<? extends BusMessage> message) {
        return Arrays.stream(values())
                .filter(row -> row.message == message)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No message type for " + message.getName()));
    }

    /** The row of the CloudEvents type, if this version of the contracts knows it. */
    public static Optional<MessageType> of(String type) {
        return Arrays.stream(values()).filter(row -> row.type.equals(type)).findFirst();
    }
}
