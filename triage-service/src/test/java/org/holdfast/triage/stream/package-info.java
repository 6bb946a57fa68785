/** Tests of what triage tells and hears. */
@NullMarked
package org.holdfast.triage.stream;

import org.jspecify.annotations.NullMarked;
