package org.holdfast.benchmarks.floor;

/**
 * One message of the plan.
 *
 * @param topic where to
 * @param bytes its size with its headers
 */
record Say(String topic, int bytes) {}
