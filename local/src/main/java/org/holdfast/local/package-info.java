/** Everything on one machine, for trying Holdfast and for journeys through all of it. */
@NullMarked
package org.holdfast.local;

import org.jspecify.annotations.NullMarked;
