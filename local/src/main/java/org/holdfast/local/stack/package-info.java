/** Starts and ends the parts of a stack on one machine, in order. */
@NullMarked
package org.holdfast.local.stack;

import org.jspecify.annotations.NullMarked;
