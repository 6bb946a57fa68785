package org.holdfast.intake.domain;

import org.jspecify.annotations.Nullable;

/**
 * An answer as it may travel: codes, integers and dates.
 *
 * @param item the id of the item; {@code unrecognised.<ref>} where item and value are in the vault
 * @param value a code, an integer or a date; {@code UNRECOGNISED} where it is in the vault
 * @param recognised whether a published protocol knows the item
 * @param ref under which reference the vault holds item and value, if it does
 */
public record Given(
        String item,
        String value,
        boolean recognised,
        @Nullable String ref) {}
