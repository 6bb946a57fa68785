/** Who may do what: tokens in, an actor out, and nothing that was not declared. */
@NullMarked
package org.holdfast.chassis.security;

import org.jspecify.annotations.NullMarked;
