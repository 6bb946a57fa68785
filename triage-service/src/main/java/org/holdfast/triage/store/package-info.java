/** What triage keeps and loads: protocol files, the work queue, and the alerts it waits for. */
@NullMarked
package org.holdfast.triage.store;

import org.jspecify.annotations.NullMarked;
