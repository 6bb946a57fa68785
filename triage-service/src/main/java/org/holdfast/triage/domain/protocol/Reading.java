package org.holdfast.triage.domain.protocol;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a protocol says about everything that was ever said in one contact.
 *
 * <p>The rules are asked at every version of the contact, not only at the last, and what fired at any of them has fired:
 * so the code does not depend on the order in which the versions arrive, or on which of them arrive at all.
 *
 * @param reached the rules that fired, in the order in which they did
 * @param flags what the operator must know
 * @param mustAsk items to ask, in order
 * @param standing how far the suicide questions got
 * @param basis the answers, or the lack of them, on which the standing rests
 */
public record Reading(
        List<Reached> reached, SortedSet<String> flags, List<String> mustAsk, Standing standing, List<Evidence> basis) {

    /** Under such an id travels what intake sealed (docs/contacts.md). */
    private static final String UNREAD_ITEM = "unrecognised.";

    /** How far the suicide questions got. */
    public enum Standing {
        /** No screen is complete. */
        OPEN,
        /** A screen is complete, but a yes that no rule explains, or not knowing, forbids to rest on it. */
        CONCERNING,
        /** All else is settled, but something was said that no protocol knew: it may have been a yes, and only a person can read it. */
        UNREAD,
        /** A screen is complete, and whatever was not answered with no is explained by a rule that fired. */
        SETTLED
    }

    /** Reads everything that was said, each item's values oldest first. */
    public static Reading of(Protocol protocol, Map<String, List<Said>> said) {
        Map<Long, Instant> moments = moments(said.values());
        SequencedMap<Long, Answers> byVersion = Answers.byVersion(protocol, said);
        Map<String, Reached> reached = new LinkedHashMap<>();
        SortedSet<String> flags = new TreeSet<>();
        for (Map.Entry<Long, Answers> moment : byVersion.entrySet()) {
            Answers then = moment.getValue();
            Instant at = Objects.requireNonNull(moments.get(moment.getKey()));
            for (Rule rule : protocol.rules()) {
                Match match = then.match(rule.when());
                if (match.holds()) {
                    reached.putIfAbsent(rule.id(), reached(protocol, rule, match, at));
                    rule.flags().stream()
                            .filter(flag -> then.match(flag.when()).holds())
                            .forEach(flag -> flags.add(flag.name()));
                }
            }
        }
        Answers all = byVersion.isEmpty()
                ? Answers.none(protocol)
                : byVersion.lastEntry().getValue();
        if (all.unreadable() || !protocol.items().keySet().containsAll(said.keySet())) {
            flags.add(Flag.UNRECOGNISED_ITEM);
        }
        Set<String> explained = reached.values().stream()
                .flatMap(rule -> rule.evidence().stream())
                .map(Evidence::item)
                .collect(Collectors.toSet());
        List<String> concerns = all.concerns(explained);
        List<String> unread = unread(said.keySet());
        Standing standing = standing(protocol, all.current(), concerns, reached.isEmpty());
        if (standing == Standing.SETTLED && !unread.isEmpty()) {
            standing = Standing.UNREAD;
        }
        return new Reading(
                List.copyOf(reached.values()),
                flags,
                mustAsk(protocol, all),
                standing,
                standing == Standing.UNREAD
                        ? unread.stream()
                                .map(item -> new Evidence(item, Answer.UNKNOWN))
                                .toList()
                        : basis(protocol, all.current(), concerns, standing));
    }

    /** The items whose id and value are in intake's vault, because no protocol knew them. */
    private static List<String> unread(Collection<String> items) {
        return items.stream()
                .filter(item -> item.startsWith(UNREAD_ITEM))
                .sorted()
                .toList();
    }

    /** When something was said last that no protocol knew. */
    public static Optional<Instant> unreadSince(Map<String, List<Said>> said) {
        return unread(said.keySet()).stream()
                .flatMap(item -> said.getOrDefault(item, List.of()).stream())
                .map(Said::at)
                .max(Comparator.naturalOrder());
    }

    private static Map<Long, Instant> moments(Collection<List<Said>> said) {
        Map<Long, Instant> moments = new HashMap<>();
        said.stream()
                .flatMap(List::stream)
                .forEach(value ->
                        moments.merge(value.version(), value.at(), (one, other) -> one.isAfter(other) ? one : other));
        return moments;
    }

    private static Reached reached(Protocol protocol, Rule rule, Match match, Instant at) {
        return new Reached(
                rule.id(),
                rule.floor(),
                match.evidence(),
                rule.origin().cite(),
                protocol.name().version(),
                at);
    }

    private static Standing standing(Protocol protocol, Answers now, List<String> concerns, boolean silent) {
        boolean complete = protocol.screens().stream()
                .anyMatch(screen -> now.match(screen.complete()).holds());
        boolean negative = protocol.screens().stream()
                .anyMatch(screen -> now.match(screen.negative()).holds());
        if (!complete) {
            return Standing.OPEN;
        }
        return concerns.isEmpty() && (negative || !silent) ? Standing.SETTLED : Standing.CONCERNING;
    }

    private static List<Evidence> basis(Protocol protocol, Answers now, List<String> concerns, Standing standing) {
        if (standing == Standing.SETTLED) {
            return protocol.screens().stream()
                    .map(screen -> now.match(screen.negative()))
                    .filter(Match::holds)
                    .findFirst()
                    .map(Match::evidence)
                    .orElse(List.of());
        }
        return Stream.concat(
                        concerns.stream(),
                        standing == Standing.OPEN ? screenAsks(protocol, now).stream() : Stream.empty())
                .distinct()
                .map(item -> new Evidence(item, now.current(item).text()))
                .toList();
    }

    private static List<String> mustAsk(Protocol protocol, Answers all) {
        Answers now = all.current();
        List<Ask> asks = new ArrayList<>();
        protocol.rules().forEach(rule -> asks.addAll(rule.mustAsk()));
        asks.addAll(protocol.asks());
        Set<String> items = new LinkedHashSet<>(asks(asks, now));
        items.addAll(screenAsks(protocol, now));
        items.addAll(now.unknown());
        return List.copyOf(items);
    }

    /** What is left of the screens that were begun, or of the first one where none was. */
    private static List<String> screenAsks(Protocol protocol, Answers now) {
        List<Ask> asks = new ArrayList<>();
        protocol.screens().stream()
                .filter(screen ->
                        screen.items().stream().anyMatch(item -> !(now.current(item) instanceof Answer.Missing)))
                .forEach(screen -> asks.addAll(screen.asks()));
        if (asks.isEmpty()) {
            protocol.screen(protocol.policy().firstScreen()).ifPresent(screen -> asks.addAll(screen.asks()));
        }
        return asks(asks, now);
    }

    private static List<String> asks(List<Ask> asks, Answers now) {
        return asks.stream()
                .filter(ask -> now.match(ask.when()).holds())
                .flatMap(ask -> ask.items().stream())
                .filter(item -> now.current(item) instanceof Answer.Missing(String text, boolean _)
                        && !text.equals(Answer.REFUSED))
                .toList();
    }
}
