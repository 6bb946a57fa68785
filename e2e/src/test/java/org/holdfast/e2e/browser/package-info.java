/** The console as people use it: in windows of a real browser, by keyboard, and under attack. */
@NullMarked
package org.holdfast.e2e.browser;

import org.jspecify.annotations.NullMarked;
