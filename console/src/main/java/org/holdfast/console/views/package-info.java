/** What the console reads of the services' answers; whatever else they say is left alone. */
@NullMarked
package org.holdfast.console.views;

import org.jspecify.annotations.NullMarked;
