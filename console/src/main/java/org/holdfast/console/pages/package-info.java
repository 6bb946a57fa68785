/** The pages: one class for each, and the one table of who may open them. */
@NullMarked
package org.holdfast.console.pages;

import org.jspecify.annotations.NullMarked;
