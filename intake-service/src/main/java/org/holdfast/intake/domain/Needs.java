package org.holdfast.intake.domain;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.holdfast.chassis.decide.Refusal;

/**
 * The needs that can be named; nothing else is taken for one, so that no words can stand in their place.
 *
 * @param codes the codes of the needs, as the directory of services has them
 */
public record Needs(List<String> codes) {

    private static final int MOST = 20;

    public Needs {
        codes = List.copyOf(codes);
        if (codes.isEmpty() || !codes.stream().allMatch(Shapes::need)) {
            throw new IllegalArgumentException("needs are codes such as mental-health, and at least one");
        }
    }

    /** Why these cannot be the needs of a person, if they cannot. */
    Optional<Refusal> wrong(List<String> named) {
        if (named.size() > MOST) {
            return Optional.of(Refusal.invalid("needs-too-many", "Name at most " + MOST + " needs.", "/needs"));
        }
        for (int i = 0; i < named.size(); i++) {
            if (!codes.contains(named.get(i))) {
                return Optional.of(Refusal.invalid(
                        "need-unknown", "A need is one of: " + String.join(", ", codes) + ".", "/needs/" + i));
            }
        }
        return new HashSet<>(named).size() == named.size()
                ? Optional.empty()
                : Optional.of(Refusal.invalid("need-invalid", "Name each need once.", "/needs"));
    }
}
