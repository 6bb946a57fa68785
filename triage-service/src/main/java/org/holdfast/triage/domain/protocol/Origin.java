package org.holdfast.triage.domain.protocol;

/**
 * Where a rule comes from and how it is explained.
 *
 * @param explainKey the key of its words in the pages
 * @param cite the published source
 * @param mark how sure the source is: {@code S} read, {@code S2} read in a secondary source, {@code M} recalled, {@code D} our own default
 */
public record Origin(String explainKey, String cite, String mark) {}
