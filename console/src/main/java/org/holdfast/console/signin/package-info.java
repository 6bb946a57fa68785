/** Who is at the browser: signing in at the issuer, the session, and what every answer's headers say. */
@NullMarked
package org.holdfast.console.signin;

import org.jspecify.annotations.NullMarked;
