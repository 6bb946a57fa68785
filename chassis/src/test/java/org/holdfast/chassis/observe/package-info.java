/** Proof that silence is noticed. */
@NullMarked
package org.holdfast.chassis.observe;

import org.jspecify.annotations.NullMarked;
