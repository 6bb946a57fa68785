/** Drives the alerts of this service: gives commands to their journal, and sends the pages that follow. */
@NullMarked
package org.holdfast.notification.calling;

import org.jspecify.annotations.NullMarked;
