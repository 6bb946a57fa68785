/** Facts about the decisions of a contact. */
package org.holdfast.intake.domain;
