/** A contact with the helpline: what was told, what may be shared, and how it ended; pure decisions over records. */
@NullMarked
package org.holdfast.intake.domain;

import org.jspecify.annotations.NullMarked;
