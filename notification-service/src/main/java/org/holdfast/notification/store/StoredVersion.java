package org.holdfast.notification.store;

/**
 * That this version of an open alert is stored.
 *
 * @param alertId the alert
 * @param version from 1
 */
public record StoredVersion(String alertId, long version) {}
