package org.holdfast.intake.http;

import java.time.Duration;

/**
 * When silence of another service is said aloud to the operator.
 *
 * @param assessedWithin how long an assessment of the newest answers may take
 * @param alertedWithin how long an alarming code may be without an alert
 * @param safetyNetPhone the number to call when the alert is not confirmed
 */
public record Silence(Duration assessedWithin, Duration alertedWithin, String safetyNetPhone) {}
