/** What triage hears and tells: one translation for each topic. */
@NullMarked
package org.holdfast.triage.stream;

import org.jspecify.annotations.NullMarked;
