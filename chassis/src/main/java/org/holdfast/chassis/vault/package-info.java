/** Text about a person, sealed with a key for each case that can be destroyed. */
@NullMarked
package org.holdfast.chassis.vault;

import org.jspecify.annotations.NullMarked;
