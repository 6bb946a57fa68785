/** What this service answers, held to its document. */
package org.holdfast.notification.http;
