@NullMarked
package org.holdfast.chassis.secret;

import org.jspecify.annotations.NullMarked;
