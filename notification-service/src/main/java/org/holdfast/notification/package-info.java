/** Notification: who must know of an urgent case, and do they? */
@NullMarked
package org.holdfast.notification;

import org.jspecify.annotations.NullMarked;
