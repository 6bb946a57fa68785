/** How one thing is followed through all services: traces for OpenTelemetry, with fixed words only. */
@NullMarked
package org.holdfast.chassis.trace;

import org.jspecify.annotations.NullMarked;
