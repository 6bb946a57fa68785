/** What notification decides: who is called, in which order, and what happens when nobody answers. */
@NullMarked
package org.holdfast.notification.domain;

import org.jspecify.annotations.NullMarked;
