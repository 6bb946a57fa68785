/** What referral keeps beside its streams: what it heard, the partners' inboxes, and unmet needs. */
@NullMarked
package org.holdfast.referral.store;

import org.jspecify.annotations.NullMarked;
