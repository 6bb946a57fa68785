/** Tests of what intake tells and hears. */
@NullMarked
package org.holdfast.intake.stream;

import org.jspecify.annotations.NullMarked;
