package org.holdfast.console.views;

/** How an alert stands after it was answered. */
public record AnsweredAlert(String alertId, long version, String state) {}
