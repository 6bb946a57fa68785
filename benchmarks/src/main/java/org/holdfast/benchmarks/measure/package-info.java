/** What is measured: latencies, processor time, memory, the machine. */
@NullMarked
package org.holdfast.benchmarks.measure;

import org.jspecify.annotations.NullMarked;
