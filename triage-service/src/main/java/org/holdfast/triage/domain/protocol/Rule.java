package org.holdfast.triage.domain.protocol;

import java.util.List;

/**
 * One rule: it can only ask for a code at least as urgent as its floor, and never for a less urgent one.
 *
 * @param id such as {@code R12}
 * @param floor the code it asks for
 * @param when when it fires
 * @param flags what the operator must know when it fires
 * @param mustAsk what must still be asked on its account
 * @param origin its published source
 */
public record Rule(String id, Code floor, Condition when, List<Flag> flags, List<Ask> mustAsk, Origin origin) {
    public Rule {
        flags = List.copyOf(flags);
        mustAsk = List.copyOf(mustAsk);
    }
}
