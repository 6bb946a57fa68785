package org.holdfast.triage.domain.protocol;

import java.util.List;

/**
 * What a condition comes to.
 *
 * @param truth whether it holds
 * @param evidence the answers that make it hold; empty unless it does
 */
record Match(Truth truth, List<Evidence> evidence) {

    static final Match FALSE = new Match(Truth.FALSE, List.of());

    Match {
        evidence = truth == Truth.TRUE ? evidence.stream().distinct().toList() : List.of();
    }

    static Match of(Truth truth) {
        return new Match(truth, List.of());
    }

    boolean holds() {
        return truth == Truth.TRUE;
    }
}
