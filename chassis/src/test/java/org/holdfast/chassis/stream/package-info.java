/** Proof of the bus. */
@NullMarked
package org.holdfast.chassis.stream;

import org.jspecify.annotations.NullMarked;
