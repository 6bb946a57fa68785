/** Takes each control of the hazard log away and sees the tests fail that hold it. */
@NullMarked
package org.holdfast.e2e.controls;

import org.jspecify.annotations.NullMarked;
