/** What a person asks of triage: an assessment, the work queue, the protocol, and the pick that R54 leaves to them. */
@NullMarked
package org.holdfast.triage.http;

import org.jspecify.annotations.NullMarked;
