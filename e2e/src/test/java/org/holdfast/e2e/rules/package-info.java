/** The rules of the house, each executable and each with a canary that must make it fail. */
@NullMarked
package org.holdfast.e2e.rules;

import org.jspecify.annotations.NullMarked;
