package org.holdfast.intake.domain;

import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
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

    /** Each reason why these cannot be the needs of a person. */
    List<Refusal> wrong(List<String> named) {
        if (named.size() > MOST) {
            return List.of(Refusal.invalid("needs-too-many", "Name at most " + MOST + " needs.", "/needs"));
        }
        List<Refusal> unknown = IntStream.range(0, named.size())
                .filter(i -> !codes.contains(named.get(i)))
                .mapToObj(i -> Refusal.invalid(
                        "need-unknown", "A need is one of: " + String.join(", ", codes) + ".", "/needs/" + i))
                .toList();
        return !unknown.isEmpty() || new HashSet<>(named).size() == named.size()
                ? unknown
                : List.of(Refusal.invalid("need-invalid", "Name each need once.", "/needs"));
    }
}
