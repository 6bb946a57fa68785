package org.holdfast.intake.domain;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Every item of the protocols that were published; before the first publication it knows those that ship with the product,
 * and says so.
 *
 * @param items the rules by the id of their item
 * @param published whether any protocol was heard at all
 */
public record Catalogue(Map<String, ItemRule> items, boolean published) {

    public Catalogue {
        items = Map.copyOf(items);
    }

    /** What the items say together; of two rules for one item the later one counts. */
    public static Catalogue of(Iterable<ItemRule> rules) {
        return new Catalogue(byItem(rules), true);
    }

    /** What is known while no protocol was heard: which items there are, but not which of their answers are urgent here. */
    public static Catalogue shipped(Iterable<ItemRule> rules) {
        return new Catalogue(byItem(rules), false);
    }

    private static Map<String, ItemRule> byItem(Iterable<ItemRule> rules) {
        Map<String, ItemRule> items = new HashMap<>();
        rules.forEach(rule -> items.put(rule.item(), rule));
        return items;
    }

    Optional<ItemRule> rule(String item) {
        return Optional.ofNullable(items.get(item));
    }

    /** Whether an emergency may hide in it: it can take part in code A or B, or nobody can say that it cannot. */
    boolean urgent(Given given) {
        return !published
                || rule(given.item()).map(rule -> rule.urgent(given.value())).orElse(true);
    }
}
