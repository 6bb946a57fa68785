/** What triage tells: assessments, urgent codes, the need of a referral, and protocols. */
@NullMarked
package org.holdfast.contracts.triage;

import org.jspecify.annotations.NullMarked;
