package org.holdfast.notification.store;

/**
 * What a one-time link is bound to.
 *
 * @param alert the id of the alert
 * @param episode the episode of it
 * @param sequence the calling of it
 * @param person the id of the member of staff
 */
public record Link(String alert, int episode, int sequence, String person) {}
