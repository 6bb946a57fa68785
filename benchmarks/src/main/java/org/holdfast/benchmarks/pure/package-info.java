/** What the parts without I/O cost by themselves. */
@NullMarked
package org.holdfast.benchmarks.pure;

import org.jspecify.annotations.NullMarked;
