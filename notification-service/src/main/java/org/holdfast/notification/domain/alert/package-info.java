/** The life of an alert: it rings until a person takes it on and is with the person at risk. */
@NullMarked
package org.holdfast.notification.domain.alert;

import org.jspecify.annotations.NullMarked;
