/** Proof of the journal. */
@NullMarked
package org.holdfast.chassis.journal;

import org.jspecify.annotations.NullMarked;
