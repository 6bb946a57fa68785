/** What notification keeps beside its journal: the roster, the links that were sent, and how each alert stands. */
@NullMarked
package org.holdfast.notification.store;

import org.jspecify.annotations.NullMarked;
