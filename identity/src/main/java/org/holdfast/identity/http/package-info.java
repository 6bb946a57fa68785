/** The pages and filters of signing in. */
@NullMarked
package org.holdfast.identity.http;

import org.jspecify.annotations.NullMarked;
