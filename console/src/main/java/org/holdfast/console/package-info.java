/** The pages people work on: they ask the services and own nothing. */
@NullMarked
package org.holdfast.console;

import org.jspecify.annotations.NullMarked;
