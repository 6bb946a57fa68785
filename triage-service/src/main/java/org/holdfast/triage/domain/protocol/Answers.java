package org.holdfast.triage.domain.protocol;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * Every value that each item ever held, read by the protocol. A leaf holds when any value ever held makes it hold: a
 * correction adds, it never takes back.
 */
final class Answers {

    private final Protocol protocol;
    private final Map<String, List<Answer>> held;

    private Answers(Protocol protocol, Map<String, List<Answer>> held) {
        this.protocol = protocol;
        this.held = held;
    }

    /** What was said of the protocol's items up to each version of the contact at which something was said, in order. */
    static SequencedMap<Long, Answers> byVersion(Protocol protocol, Map<String, List<Said>> said) {
        Map<Long, Map<String, List<Answer>>> fresh = new TreeMap<>();
        said.forEach((id, values) -> {
            Item item = protocol.items().get(id);
            for (Said value : values) {
                Map<String, List<Answer>> then = fresh.computeIfAbsent(value.version(), _ -> new LinkedHashMap<>());
                if (item != null) {
                    then.computeIfAbsent(id, _ -> new ArrayList<>()).add(item.read(value));
                }
            }
        });
        SequencedMap<Long, Answers> byVersion = new LinkedHashMap<>();
        Map<String, List<Answer>> held = new LinkedHashMap<>();
        fresh.forEach((version, news) -> {
            news.forEach((id, answers) -> held.merge(id, answers, Answers::joined));
            byVersion.put(version, new Answers(protocol, new LinkedHashMap<>(held)));
        });
        return byVersion;
    }

    /** Nothing was said. */
    static Answers none(Protocol protocol) {
        return new Answers(protocol, Map.of());
    }

    private static List<Answer> joined(List<Answer> before, List<Answer> news) {
        List<Answer> all = new ArrayList<>(before);
        all.addAll(news);
        return all;
    }

    /** Only what each item holds now: for what must still be asked, and whether a screen is complete. */
    Answers current() {
        Map<String, List<Answer>> now = new LinkedHashMap<>();
        held.keySet().forEach(item -> now.put(item, List.of(current(item))));
        return new Answers(protocol, now);
    }

    /** What the item holds now. */
    Answer current(String item) {
        List<Answer> values = held.getOrDefault(item, List.of());
        return values.isEmpty() ? Answer.NEVER_ASKED : values.getLast();
    }

    /** Whether something was said that cannot be read. */
    boolean unreadable() {
        return held.values().stream()
                .flatMap(List::stream)
                .anyMatch(answer -> answer instanceof Answer.Missing(String _, boolean unreadable) && unreadable);
    }

    /** Items that were answered with not knowing, or with what cannot be read. */
    List<String> unknown() {
        return held.keySet().stream()
                .filter(item -> current(item).text().equals(Answer.UNKNOWN))
                .sorted()
                .toList();
    }

    /** Items whose value no rule explains and that forbid to call the contact settled: a yes ever, or not knowing now. */
    List<String> concerns(Set<String> explained) {
        return protocol.items().values().stream()
                .filter(item -> concerning(item, explained.contains(item.id())))
                .map(Item::id)
                .sorted()
                .toList();
    }

    private boolean concerning(Item item, boolean explained) {
        Answer now = current(item.id());
        boolean missing = now instanceof Answer.Missing && item.concern().contains(now.text());
        return missing
                || !explained
                        && held.getOrDefault(item.id(), List.of()).stream()
                                .filter(answer -> !(answer instanceof Answer.Missing))
                                .anyMatch(answer -> item.concern().contains(answer.text()));
    }

    Match match(Condition condition) {
        return switch (condition) {
            case Condition.All(List<Condition> of) -> {
                List<Match> parts = of.stream().map(this::match).toList();
                yield new Match(Truth.all(parts.stream().map(Match::truth).toList()), evidence(parts));
            }
            case Condition.Any(List<Condition> of) -> {
                List<Match> parts = of.stream().map(this::match).toList();
                yield new Match(Truth.any(parts.stream().map(Match::truth).toList()), evidence(parts));
            }
            case Condition.Leaf leaf -> leaf(leaf);
            case Condition.Sum sum -> sum(sum);
            case Condition.Screened screened -> screened(screened);
        };
    }

    private static List<Evidence> evidence(List<Match> parts) {
        return parts.stream().flatMap(part -> part.evidence().stream()).toList();
    }

    private Match leaf(Condition.Leaf leaf) {
        List<Answer> values = held.getOrDefault(leaf.item(), List.of());
        List<Answer> heard = values.isEmpty() ? List.of(Answer.NEVER_ASKED) : values;
        for (Answer answer : heard.reversed()) {
            if (leaf.test(answer) == Truth.TRUE) {
                return new Match(Truth.TRUE, List.of(new Evidence(leaf.item(), answer.text())));
            }
        }
        return Match.of(leaf.test(heard.getLast()));
    }

    private Match sum(Condition.Sum sum) {
        int least = 0;
        int most = 0;
        List<Evidence> evidence = new ArrayList<>();
        for (String id : sum.items()) {
            Item item = protocol.items().get(id);
            if (item == null) {
                return Match.of(Truth.UNKNOWN);
            }
            int highest = held.getOrDefault(id, List.of()).stream()
                    .mapToInt(answer -> answer instanceof Answer.Number(int value) ? value : item.minimum())
                    .max()
                    .orElse(item.minimum());
            boolean missing = current(id) instanceof Answer.Missing;
            least += highest;
            most += missing ? item.maximum() : highest;
            if (highest > 0) {
                evidence.add(new Evidence(id, Integer.toString(highest)));
            }
        }
        Truth truth = least >= sum.least() ? Truth.TRUE : most < sum.least() ? Truth.FALSE : Truth.UNKNOWN;
        return new Match(truth, evidence);
    }

    private Match screened(Condition.Screened wanted) {
        Screen screen = protocol.screen(wanted.screen()).orElse(null);
        if (screen == null) {
            return Match.of(Truth.UNKNOWN);
        }
        boolean complete = wanted.state() == Condition.Screened.State.COMPLETE;
        Match now = current().match(complete ? screen.complete() : screen.negative());
        return now.holds() == wanted.expected() ? new Match(Truth.TRUE, now.evidence()) : Match.FALSE;
    }
}
