/** People and clients in MongoDB, by id. */
@NullMarked
package org.holdfast.identity.store;

import org.jspecify.annotations.NullMarked;
