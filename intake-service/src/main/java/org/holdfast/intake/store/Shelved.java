package org.holdfast.intake.store;

/**
 * A value as it lies on its shelf.
 *
 * @param id under which it lies
 * @param version counts its changes, from 1
 * @param value what it is
 * @param changed whether the call that gave it changed it
 * @param noted whether the call that gave it noted what it was given to note
 */
public record Shelved<T>(String id, long version, T value, boolean changed, boolean noted) {}
