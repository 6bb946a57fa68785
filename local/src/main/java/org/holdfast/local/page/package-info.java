/** The one page: health, what was caught, and the trail of a case. */
@NullMarked
package org.holdfast.local.page;

import org.jspecify.annotations.NullMarked;
