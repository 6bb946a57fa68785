/** Saves what the services keep, and puts it back, over the database's driver alone. */
@NullMarked
package org.holdfast.keeping;

import org.jspecify.annotations.NullMarked;
