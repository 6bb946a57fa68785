package org.holdfast.triage.domain.protocol;

/**
 * One answer that made a rule fire.
 *
 * @param item the id of the item
 * @param value the value that counted
 */
public record Evidence(String item, String value) {}
