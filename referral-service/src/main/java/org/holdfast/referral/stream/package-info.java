/** What referral hears from intake and triage, and what it tells. */
@NullMarked
package org.holdfast.referral.stream;

import org.jspecify.annotations.NullMarked;
