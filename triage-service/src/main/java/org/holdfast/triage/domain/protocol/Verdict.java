package org.holdfast.triage.domain.protocol;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The code that follows from the rules that fired, from how far the questions got, and from what a person picked. */
public final class Verdict {

    private Verdict() {}

    /** The most urgent of the floors reached, the operator's pick, and not knowing; what nobody could read is known to whoever picked since. */
    public static Code code(Collection<Reached> reached, Reading.Standing standing, @Nullable Code picked) {
        Optional<Code> fired = reached.stream().map(Reached::floor).min(Comparator.naturalOrder());
        Code known = fired.orElse(Code.OPERATOR_CHOICE);
        if (picked != null && (fired.isEmpty() || picked.moreUrgentThan(known))) {
            known = picked;
        }
        boolean settled = switch (standing) {
            case OPEN, CONCERNING -> false;
            case UNREAD -> picked != null;
            case SETTLED -> true;
        };
        return !settled && Code.UNTRIAGED.moreUrgentThan(known) ? Code.UNTRIAGED : known;
    }
}
