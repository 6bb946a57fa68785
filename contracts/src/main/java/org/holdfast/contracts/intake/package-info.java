/** What intake tells: contacts, consents and erasures. */
@NullMarked
package org.holdfast.contracts.intake;

import org.jspecify.annotations.NullMarked;
