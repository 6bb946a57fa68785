/** People, clients and the growing wait after wrong passwords; no framework, no clock. */
@NullMarked
package org.holdfast.identity.domain;

import org.jspecify.annotations.NullMarked;
