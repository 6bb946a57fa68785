/** Pages by signed webhook (Standard Webhooks 1.0.0), to public addresses only. */
@NullMarked
package org.holdfast.notification.webhook;

import org.jspecify.annotations.NullMarked;
