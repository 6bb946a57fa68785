/** Who can help: which services of the directory suit a need, in which order, and why. */
@NullMarked
package org.holdfast.referral.domain.matching;

import org.jspecify.annotations.NullMarked;
