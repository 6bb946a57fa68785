package org.holdfast.intake.domain;

import java.time.Instant;

/**
 * A note; its text is in the vault.
 *
 * @param noteId the id of the note, under which the vault holds the text
 * @param at when it was written (UTC)
 */
public record Note(String noteId, Instant at) {}
