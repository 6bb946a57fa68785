/** A real Kafka broker (KRaft, one node) for one machine, run as a process of its own. */
@NullMarked
package org.holdfast.broker;

import org.jspecify.annotations.NullMarked;
