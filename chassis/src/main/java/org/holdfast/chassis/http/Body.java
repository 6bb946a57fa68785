package org.holdfast.chassis.http;

/**
 * What was sent.
 *
 * @param value the body as a record
 * @param hash of the body without its white space and order of members, to tell a repeat from a key used again
 */
public record Body<T>(T value, String hash) {}
