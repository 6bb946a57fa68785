/** The life of a referral: proposed, sent with consent, answered by the partner, and what came of it. */
@NullMarked
package org.holdfast.referral.domain;

import org.jspecify.annotations.NullMarked;
