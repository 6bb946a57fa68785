/** A person makes contact: the desk's side of Holdfast, which alone holds who the person is. */
@NullMarked
package org.holdfast.intake;

import org.jspecify.annotations.NullMarked;
