/** The bus: how messages are told and heard, and what becomes of one that cannot be handled. */
@NullMarked
package org.holdfast.chassis.stream;

import org.jspecify.annotations.NullMarked;
