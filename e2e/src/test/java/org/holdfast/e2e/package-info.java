/** Journeys and faults. */
@NullMarked
package org.holdfast.e2e;

import org.jspecify.annotations.NullMarked;
