/** Who can help, and did they? */
@NullMarked
package org.holdfast.referral;

import org.jspecify.annotations.NullMarked;
