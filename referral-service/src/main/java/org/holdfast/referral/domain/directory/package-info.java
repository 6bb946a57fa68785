/** What the resource directory says, in the words of HSDS 3.1; only the fields that matching or a person's choice needs. */
@NullMarked
package org.holdfast.referral.domain.directory;

import org.jspecify.annotations.NullMarked;
