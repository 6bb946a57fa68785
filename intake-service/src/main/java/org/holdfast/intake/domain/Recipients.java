package org.holdfast.intake.domain;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whom a consent can name: what travels as a recipient is one of these ids, so that no name can.
 *
 * @param published whether anybody has said yet who there is
 * @param ids the ids of the partner agencies
 */
public record Recipients(boolean published, Set<String> ids) {

    /** Nobody has said yet who there is. */
    public static final Recipients UNPUBLISHED = new Recipients(false, Set.of());

    public Recipients {
        ids = Set.copyOf(ids);
    }

    /** These and no others. */
    public static Recipients of(Collection<String> ids) {
        return new Recipients(true, Set.copyOf(ids));
    }

    boolean has(String id) {
        return ids.contains(id);
    }

    /** The ids, in order, for a person to read. */
    String inWords() {
        return ids.stream().sorted().collect(Collectors.joining(", "));
    }
}
