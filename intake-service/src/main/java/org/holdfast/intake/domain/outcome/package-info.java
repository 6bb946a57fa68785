/** What became of a contact, as the other services told it; the same whatever order and however often it was heard. */
@NullMarked
package org.holdfast.intake.domain.outcome;

import org.jspecify.annotations.NullMarked;
