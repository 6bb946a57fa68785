package org.holdfast.canary.stream;

/** What a route must not know. */
public class Listener {}
