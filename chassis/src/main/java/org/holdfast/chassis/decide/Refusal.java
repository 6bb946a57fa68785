package org.holdfast.chassis.decide;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A business no: stable in its type, helpful in its words, never holding personal text.
 *
 * @param kind what sort of no it is, which an adapter maps to a status of its protocol
 * @param type a stable kebab-case name, listed in {@code docs/problems.md}, such as {@code contact-closed}
 * @param detail one sentence that says what to do; no personal text
 * @param pointer a JSON pointer to the field that is wrong, such as {@code /answers/0/value}, if one field is
 * @param others what else is wrong with what was sent, each with a pointer of its own
 */
public record Refusal(
        Kind kind, String type, String detail, @Nullable String pointer, List<Refusal> others) {

    public Refusal {
        others = List.copyOf(others);
    }

    /** What sort of no a refusal is. */
    public enum Kind {
        /** The state does not allow it (HTTP 409). */
        CONFLICT,
        /** What was sent cannot be right, whatever the state (HTTP 422). */
        INVALID,
        /** It is not there, or not there for this actor (HTTP 404). */
        NOT_FOUND,
        /** It was erased and stays so (HTTP 410). */
        GONE,
        /** The actor may not do it in this state (HTTP 403). */
        FORBIDDEN
    }

    /** The state does not allow it. */
    public static Refusal conflict(String type, String detail) {
        return new Refusal(Kind.CONFLICT, type, detail, null, List.of());
    }

    /** The value at {@code pointer} cannot be right. */
    public static Refusal invalid(String type, String detail, String pointer) {
        return new Refusal(Kind.INVALID, type, detail, pointer, List.of());
    }

    /** All of these values cannot be right; the first one gives the type. */
    public static Refusal all(List<Refusal> wrong) {
        Refusal first = wrong.getFirst();
        return new Refusal(first.kind(), first.type(), first.detail(), first.pointer(), wrong.subList(1, wrong.size()));
    }

    /** It is not there, or not there for this actor. */
    public static Refusal notFound(String type, String detail) {
        return new Refusal(Kind.NOT_FOUND, type, detail, null, List.of());
    }

    /** It was erased. */
    public static Refusal gone(String type, String detail) {
        return new Refusal(Kind.GONE, type, detail, null, List.of());
    }

    /** The actor may not do it. */
    public static Refusal forbidden(String type, String detail) {
        return new Refusal(Kind.FORBIDDEN, type, detail, null, List.of());
    }
}
