package org.holdfast.console.views;

/** What an agency wrote beside its answer. */
public record NoteView(String note) {}
