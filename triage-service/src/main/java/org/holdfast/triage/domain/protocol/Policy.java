package org.holdfast.triage.domain.protocol;

import java.util.Map;
import java.util.Set;

/**
 * What follows from a code, and what stands where no rule fires.
 *
 * @param windows the window of each code
 * @param referral the codes at which a referral is called for
 * @param firstScreen the screen to ask where none was begun
 * @param choice why an operator may pick (R54)
 * @param untriaged why nobody knows yet (R55)
 */
public record Policy(Map<Code, Window> windows, Set<Code> referral, String firstScreen, Basis choice, Basis untriaged) {

    /**
     * A rule about rules: it has no condition of its own.
     *
     * @param id such as {@code R54}
     * @param origin its source
     */
    public record Basis(String id, Origin origin) {}

    public Policy {
        windows = Map.copyOf(windows);
        referral = Set.copyOf(referral);
    }
}
