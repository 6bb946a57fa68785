/** How urgent is the response: one assessment for each contact, which only a person can lower. */
@NullMarked
package org.holdfast.triage.domain;

import org.jspecify.annotations.NullMarked;
