/** Facts about what is known of what became of a contact. */
package org.holdfast.intake.domain.outcome;
