/** What a service says of itself: silence noticed, health, meters. */
@NullMarked
package org.holdfast.chassis.observe;

import org.jspecify.annotations.NullMarked;
