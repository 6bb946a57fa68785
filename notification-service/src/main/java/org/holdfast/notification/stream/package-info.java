/** What notification hears of the other services and tells them; the only place that knows their messages. */
@NullMarked
package org.holdfast.notification.stream;

import org.jspecify.annotations.NullMarked;
