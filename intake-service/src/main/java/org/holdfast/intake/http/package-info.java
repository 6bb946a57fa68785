/** What an operator, a supervisor and the referral service may ask of intake over HTTP. */
@NullMarked
package org.holdfast.intake.http;

import org.jspecify.annotations.NullMarked;
