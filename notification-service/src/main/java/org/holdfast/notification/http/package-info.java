/** How people ask notification: alerts, the rota, and the page of a one-time link. */
@NullMarked
package org.holdfast.notification.http;

import org.jspecify.annotations.NullMarked;
