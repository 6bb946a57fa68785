/** What access rules promise, and what services need to test theirs. */
@NullMarked
package org.holdfast.chassis.security;

import org.jspecify.annotations.NullMarked;
