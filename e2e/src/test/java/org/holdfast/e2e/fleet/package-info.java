/** A whole stack for fault tests: the parts that a fault is meant for are processes of their own. */
@NullMarked
package org.holdfast.e2e.fleet;

import org.jspecify.annotations.NullMarked;
