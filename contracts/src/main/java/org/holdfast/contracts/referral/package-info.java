/** What referral tells: the life of each referral. */
@NullMarked
package org.holdfast.contracts.referral;

import org.jspecify.annotations.NullMarked;
