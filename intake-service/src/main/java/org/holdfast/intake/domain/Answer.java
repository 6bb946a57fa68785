package org.holdfast.intake.domain;

/**
 * An answer as it was told, before anybody looked whether it may travel; it may hold personal text.
 *
 * @param item the id of the item that was asked
 * @param value what was answered
 */
public record Answer(String item, String value) {

    /** Says nothing, so that no log can repeat what a person said. */
    @Override
    public String toString() {
        return "Answer[...]";
    }
}
