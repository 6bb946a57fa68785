/** What operators and partner agencies can ask of referral. */
@NullMarked
package org.holdfast.referral.http;

import org.jspecify.annotations.NullMarked;
