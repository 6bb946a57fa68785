/** One table for people and one file for machines. */
@NullMarked
package org.holdfast.benchmarks.report;

import org.jspecify.annotations.NullMarked;
