package org.holdfast.intake;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What intake needs to be told.
 *
 * @param safetyNetPhone the number that the operator's page shows when an alert is not confirmed
 * @param assessedWithin how long an assessment of the newest answers may take before the contact is told again
 * @param alertedWithin how long an alarming code may be without an alert before the page says so
 * @param bulkAtOnce how many contacts that are sent with the scope {@code contacts.bulk} are taken at once
 * @param needs the codes of the needs that can be named; those of the directory of referral
 */
@ConfigurationProperties("holdfast.intake")
record IntakeSettings(
        @DefaultValue("no number is set: call your supervisor")
        String safetyNetPhone,

        @DefaultValue("5s") Duration assessedWithin,
        @DefaultValue("5s") Duration alertedWithin,
        @DefaultValue("8") int bulkAtOnce,

        @DefaultValue({
            "crisis",
            "mental-health",
            "counseling",
            "peer-support",
            "self-help",
            "substance-use",
            "shelter",
            "housing",
            "domestic-violence",
            "food",
            "legal",
            "medical-care",
            "financial-help",
            "youth"
        })
        List<String> needs) {

    IntakeSettings {
        if (safetyNetPhone.isBlank()) {
            throw new IllegalArgumentException("holdfast.intake.safety-net-phone must not be blank");
        }
        if (!assessedWithin.isPositive() || !alertedWithin.isPositive() || bulkAtOnce < 1) {
            throw new IllegalArgumentException("holdfast.intake: durations and bulk-at-once must be positive");
        }
    }
}
