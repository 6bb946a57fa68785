package org.holdfast.triage.domain.protocol;

import java.time.Period;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Works out from the rules which values of which items can take part in reaching code A or B. */
public final class UrgentValues {

    /** Any value at all. */
    public static final String ANY = "*";

    private final Protocol protocol;
    private final Map<String, Set<String>> values = new TreeMap<>();

    private UrgentValues(Protocol protocol) {
        this.protocol = protocol;
        protocol.items().keySet().forEach(item -> values.put(item, new LinkedHashSet<>()));
    }

    /** For each item of the protocol its urgent values, none where it cannot take part. */
    public static Map<String, List<String>> of(Protocol protocol) {
        UrgentValues found = new UrgentValues(protocol);
        protocol.rules().stream().filter(rule -> rule.floor().urgent()).forEach(rule -> found.add(rule.when()));
        Map<String, List<String>> lists = new TreeMap<>();
        found.values.forEach((item, set) -> lists.put(
                item, set.contains(ANY) ? List.of(ANY) : set.stream().sorted().toList()));
        return lists;
    }

    private void add(Condition condition) {
        switch (condition) {
            case Condition.All(List<Condition> of) -> of.forEach(this::add);
            case Condition.Any(List<Condition> of) -> of.forEach(this::add);
            case Condition.OneOf(String item, Set<String> wanted) -> wanted.forEach(value -> add(item, value));
            case Condition.AtLeast(String item, int least) -> {
                Item asked = protocol.items().get(item);
                for (int value = least; asked != null && value <= asked.maximum(); value++) {
                    add(item, Integer.toString(value));
                }
            }
            case Condition.Within(String item, Period _) -> add(item, ANY);
            case Condition.Not not -> add(not.item(), ANY);
            case Condition.Sum(List<String> items, int _) -> items.forEach(item -> add(item, ANY));
            case Condition.Screened screened ->
                protocol.screen(screened.screen())
                        .ifPresent(screen -> screen.items().forEach(item -> add(item, ANY)));
        }
    }

    private void add(String item, String value) {
        values.computeIfAbsent(item, _ -> new LinkedHashSet<>()).add(value);
    }
}
