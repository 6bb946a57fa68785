/** Pages by e-mail, over SMTP. */
@NullMarked
package org.holdfast.notification.email;

import org.jspecify.annotations.NullMarked;
