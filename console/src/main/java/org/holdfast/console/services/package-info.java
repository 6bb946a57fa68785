/** Asks the four services, with the token of the person who is at the browser. */
@NullMarked
package org.holdfast.console.services;

import org.jspecify.annotations.NullMarked;
