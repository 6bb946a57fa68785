/** Tests of traces. */
@NullMarked
package org.holdfast.chassis.trace;

import org.jspecify.annotations.NullMarked;
