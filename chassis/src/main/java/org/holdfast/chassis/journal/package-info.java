/** The journal: one document for each stream, one atomic write for each decision, and what follows from it. */
@NullMarked
package org.holdfast.chassis.journal;

import org.jspecify.annotations.NullMarked;
