/** What stands in a token and the keys that sign it. */
@NullMarked
package org.holdfast.identity.tokens;

import org.jspecify.annotations.NullMarked;
