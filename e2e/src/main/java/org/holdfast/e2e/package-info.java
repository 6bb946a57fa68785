/** Whole journeys against a running stack, by the people who make them. */
@NullMarked
package org.holdfast.e2e;

import org.jspecify.annotations.NullMarked;
