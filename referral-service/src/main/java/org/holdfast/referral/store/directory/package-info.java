/** The resource directory: read from its source, kept in MongoDB, searched with Lucene. */
@NullMarked
package org.holdfast.referral.store.directory;

import org.jspecify.annotations.NullMarked;
