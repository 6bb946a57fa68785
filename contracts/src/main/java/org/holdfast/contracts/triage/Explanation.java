package org.holdfast.contracts.triage;

import java.util.List;

/**
 * Why one rule asks for its code.
 *
 * @param rule the id of the rule, such as {@code R12}
 * @param floor the code that it asks for
 * @param evidence the answers that made it fire
 * @param source the published source that the rule follows
 */
public record Explanation(String rule, String floor, List<Evidence> evidence, String source) {
    public Explanation {
        evidence = List.copyOf(evidence);
    }
}
