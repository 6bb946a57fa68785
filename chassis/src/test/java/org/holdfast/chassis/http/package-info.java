/** What the HTTP side promises. */
@NullMarked
package org.holdfast.chassis.http;

import org.jspecify.annotations.NullMarked;
