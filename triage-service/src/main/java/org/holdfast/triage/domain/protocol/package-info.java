/** A triage protocol as data: items, rules, and the three-valued reading of what a person said. */
@NullMarked
package org.holdfast.triage.domain.protocol;

import org.jspecify.annotations.NullMarked;
