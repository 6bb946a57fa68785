/** How urgent is the response? Triage hears what was said in a contact and tells the code, the reasons and what to ask. */
@NullMarked
package org.holdfast.triage;

import org.jspecify.annotations.NullMarked;
