/** The journey over the broker and the database of an installation, where an engine has their images. */
@NullMarked
package org.holdfast.e2e.containers;

import org.jspecify.annotations.NullMarked;
