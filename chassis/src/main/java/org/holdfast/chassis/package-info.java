/** Mechanisms that every service uses and that know no word of the domain. */
@NullMarked
package org.holdfast.chassis;

import org.jspecify.annotations.NullMarked;
