/** What is kept beside the stream of a contact: lists, outcomes, trails, protocols. */
@NullMarked
package org.holdfast.intake.store;

import org.jspecify.annotations.NullMarked;
