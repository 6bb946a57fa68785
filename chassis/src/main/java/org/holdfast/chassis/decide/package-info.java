/** What a domain may say: a decision, a refusal, and how a decision changes what is known. */
@NullMarked
package org.holdfast.chassis.decide;

import org.jspecify.annotations.NullMarked;
