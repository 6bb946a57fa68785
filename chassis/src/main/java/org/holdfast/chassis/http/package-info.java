/** How a service speaks HTTP: strict in what it takes, one form of problem, harmless repeats, preconditions and pages. */
@NullMarked
package org.holdfast.chassis.http;

import org.jspecify.annotations.NullMarked;
