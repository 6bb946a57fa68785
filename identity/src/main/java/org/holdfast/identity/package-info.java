/** The default OpenID Connect issuer: who signs in, with which role, and which programs may speak for themselves. */
@NullMarked
package org.holdfast.identity;

import org.jspecify.annotations.NullMarked;
