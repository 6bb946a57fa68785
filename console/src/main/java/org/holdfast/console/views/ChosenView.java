package org.holdfast.console.views;

/** The code that a person chose. */
public record ChosenView(String contactId, String code, long version) {}
