/** What tests of every service share: stores, a movable clock, seeds. */
@NullMarked
package org.holdfast.chassis.testkit;

import org.jspecify.annotations.NullMarked;
