/** Measures the whole, bounded in count and time, against the floor of its broker and its store. */
@NullMarked
package org.holdfast.benchmarks;

import org.jspecify.annotations.NullMarked;
