/** What runs in a process of its own, on the class path of the module that is tested, without the control. */
@NullMarked
package org.holdfast.e2e.controls.child;

import org.jspecify.annotations.NullMarked;
