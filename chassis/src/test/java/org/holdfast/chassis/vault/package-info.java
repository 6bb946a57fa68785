/** What a vault promises. */
@NullMarked
package org.holdfast.chassis.vault;

import org.jspecify.annotations.NullMarked;
