package org.holdfast.referral.domain;

import org.holdfast.referral.domain.matching.Candidate;
import org.jspecify.annotations.Nullable;

/**
 * A candidate as it was proposed.
 *
 * @param candidate the service and the verdicts on it
 * @param partner the id of the partner agency that takes referrals for it, or null where a person must phone
 */
public record Offer(Candidate candidate, @Nullable String partner) {}
