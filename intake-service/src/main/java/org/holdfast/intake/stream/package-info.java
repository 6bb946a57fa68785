/** What intake tells the other services, and what it hears from them: one class for each topic. */
@NullMarked
package org.holdfast.intake.stream;

import org.jspecify.annotations.NullMarked;
