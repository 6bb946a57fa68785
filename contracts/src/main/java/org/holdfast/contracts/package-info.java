/** What the services say to each other: every message, its topic and its key. */
@NullMarked
package org.holdfast.contracts;

import org.jspecify.annotations.NullMarked;
