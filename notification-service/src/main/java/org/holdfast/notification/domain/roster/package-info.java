/** Who can be called, whose turn it is, and the policy that says who comes after whom. */
@NullMarked
package org.holdfast.notification.domain.roster;

import org.jspecify.annotations.NullMarked;
