package org.holdfast.e2e;

import java.util.List;
import java.util.function.Function;

/**
 * Who takes part in a journey, each with a service as that person uses it.
 *
 * @param operator intake, as the operator
 * @param finder referral, as the operator
 * @param counselor notification, as the counselor on call
 * @param nobody notification, as a browser without sign-in
 * @param agency referral, as the partner agency
 * @param otherAgency referral, as an agency that has no part in it
 * @param summons every page that came to a person so far, oldest first
 */
public record People(
        Api operator,
        Api finder,
        Api counselor,
        Api nobody,
        Api agency,
        Api otherAgency,
        Function<String, List<String>> summons) {}
