/** What notification tells: the life of each alert. */
@NullMarked
package org.holdfast.contracts.notification;

import org.jspecify.annotations.NullMarked;
