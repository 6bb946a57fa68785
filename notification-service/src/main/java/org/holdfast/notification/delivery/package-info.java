/** What every channel has in common: a letter without any word of the case, and a courier that takes it in time or says no. */
@NullMarked
package org.holdfast.notification.delivery;

import org.jspecify.annotations.NullMarked;
