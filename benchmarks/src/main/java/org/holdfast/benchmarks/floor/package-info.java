/** The least that the same hops and writes cost: bare clients of the broker and of the store. */
@NullMarked
package org.holdfast.benchmarks.floor;

import org.jspecify.annotations.NullMarked;
