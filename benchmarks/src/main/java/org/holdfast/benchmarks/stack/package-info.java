/** The stack that is measured, as a child process, and what is asked of it from outside. */
@NullMarked
package org.holdfast.benchmarks.stack;

import org.jspecify.annotations.NullMarked;
