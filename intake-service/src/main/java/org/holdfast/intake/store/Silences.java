package org.holdfast.intake.store;

import java.time.Duration;
import org.holdfast.chassis.observe.Expectations;

/**
 * What intake expects to hear, and how it asks again.
 *
 * @param assessments the contacts that wait for an assessment
 * @param assessedWithin how long one may take
 * @param erasures the cases that wait for the other services to erase them
 * @param retelling tells a contact again
 */
public record Silences(Expectations assessments, Duration assessedWithin, Expectations erasures, Retelling retelling) {}
