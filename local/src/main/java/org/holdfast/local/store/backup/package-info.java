/** Saves what the services keep, and puts it back, over the database's driver alone. */
@NullMarked
package org.holdfast.local.store.backup;

import org.jspecify.annotations.NullMarked;
