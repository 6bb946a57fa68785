package org.holdfast.intake.domain;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Every item of the protocols that were published; before the first publication it knows nothing, and says so.
 *
 * @param items the rules by the id of their item
 * @param published whether any protocol was heard at all
 */
public record Catalogue(Map<String, ItemRule> items, boolean published) {

    /** What is known before the first publication. */
    public static final Catalogue UNPUBLISHED = new Catalogue(Map.of(), false);

    public Catalogue {
        items = Map.copyOf(items);
    }

    /** What the items say together; of two rules for one item the later one counts. */
    public static Catalogue of(Iterable<ItemRule> rules) {
        Map<String, ItemRule> items = new HashMap<>();
        rules.forEach(rule -> items.put(rule.item(), rule));
        return new Catalogue(items, true);
    }

    Optional<ItemRule> rule(String item) {
        return Optional.ofNullable(items.get(item));
    }

    /** Whether an emergency may hide in it: it can take part in code A or B, or nobody can say that it cannot. */
    boolean urgent(Given given) {
        return rule(given.item()).map(rule -> rule.urgent(given.value())).orElse(true);
    }
}
