/** The store of a stack on one machine: a MongoDB that is given, one that is started, or an in-process one for trial use. */
@NullMarked
package org.holdfast.local.store;

import org.jspecify.annotations.NullMarked;
