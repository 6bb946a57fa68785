/** The people who call: contacts by a fixed schedule or as fast as they are taken. */
@NullMarked
package org.holdfast.benchmarks.load;

import org.jspecify.annotations.NullMarked;
