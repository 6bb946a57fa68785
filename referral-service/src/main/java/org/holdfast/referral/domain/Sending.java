package org.holdfast.referral.domain;

/**
 * To whom the operator sends a referral, and by which consent.
 *
 * @param serviceId the service of the directory
 * @param partner the partner agency that takes referrals for it
 * @param consentId the consent
 * @param urgency how soon the partner must answer
 */
public record Sending(String serviceId, String partner, String consentId, Urgency urgency) {

    boolean same(String serviceId, String consentId) {
        return this.serviceId.equals(serviceId) && this.consentId.equals(consentId);
    }
}
