package org.holdfast.triage.domain.protocol;

import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What must be true of a protocol before a single contact is assessed by it. */
public final class PublishChecks {

    /**
     * The only leaves that may be negated: items that are no risk by themselves, and screens that are not complete. It
     * stands here and not in the file, so that editing the file cannot widen it.
     */
    static final Set<String> NEGATABLE = Set.of(
            "person.age",
            "cssrs.q6.recency",
            "obs.preparatory-act.recency",
            "pss3.attempt.recency",
            "cssrs complete",
            "asq complete");

    private static final Set<String> MISSING = Set.of(Answer.UNKNOWN, Answer.NOT_ASKED, Answer.REFUSED);
    private static final Set<Code> FLOORS = Set.of(Code.A, Code.B, Code.C, Code.D, Code.E);

    private final Protocol protocol;
    private final List<String> problems = new ArrayList<>();

    private PublishChecks(Protocol protocol) {
        this.protocol = protocol;
    }

    /** Everything that is wrong, in words for who edits the file; empty when it may be published. */
    public static List<String> problems(Protocol protocol, List<GoldenCase> cases) {
        PublishChecks checks = new PublishChecks(protocol);
        checks.ids();
        checks.windows();
        checks.rules();
        checks.screens();
        if (checks.problems.isEmpty()) {
            checks.cases(cases);
        }
        return List.copyOf(checks.problems);
    }

    private void ids() {
        Set<String> seen = new HashSet<>();
        Stream.of(
                        protocol.rules().stream().map(Rule::id),
                        protocol.screens().stream().map(Screen::id),
                        Stream.of(
                                protocol.policy().choice().id(),
                                protocol.policy().untriaged().id()))
                .flatMap(ids -> ids)
                .filter(id -> !seen.add(id))
                .forEach(id -> problems.add("Id used twice: " + id));
    }

    private void windows() {
        Arrays.stream(Code.values())
                .filter(code -> code != Code.OPERATOR_CHOICE)
                .filter(code -> !protocol.policy().windows().containsKey(code))
                .forEach(code -> problems.add("Code without a window: " + code));
        Arrays.stream(Code.values())
                .filter(Code::urgent)
                .filter(code -> protocol.window(code).length() == null)
                .forEach(code -> problems.add("An urgent code needs a time to respond: " + code));
    }

    private void rules() {
        for (Rule rule : protocol.rules()) {
            String where = "Rule " + rule.id();
            check(FLOORS.contains(rule.floor()), where + " has a floor that does not raise: " + rule.floor());
            check(!rule.origin().cite().isBlank(), where + " cites no source");
            check(
                    Set.of("S", "S2", "M", "D").contains(rule.origin().mark()),
                    where + " does not say how sure its source is");
            tree(where, rule.when());
            rule.flags().forEach(flag -> tree(where, flag.when()));
            asks(where, rule.mustAsk());
        }
        asks("The protocol", protocol.asks());
    }

    private void screens() {
        check(
                protocol.screen(protocol.policy().firstScreen()).isPresent(),
                "First screen is not defined: " + protocol.policy().firstScreen());
        for (Screen screen : protocol.screens()) {
            String where = "Screen " + screen.id();
            screen.items().forEach(item -> known(where, item));
            tree(where, screen.complete());
            tree(where, screen.negative());
            asks(where, screen.asks());
        }
    }

    private void asks(String where, List<Ask> asks) {
        for (Ask ask : asks) {
            tree(where, ask.when());
            ask.items().forEach(item -> known(where, item));
        }
    }

    private void tree(String where, Condition condition) {
        switch (condition) {
            case Condition.All(List<Condition> of) -> of.forEach(part -> tree(where, part));
            case Condition.Any(List<Condition> of) -> {
                check(!of.isEmpty(), where + " has an empty choice, which never holds");
                of.forEach(part -> tree(where, part));
            }
            case Condition.OneOf(String item, Set<String> values) -> {
                check(!values.isEmpty(), where + " asks " + item + " for no value");
                values.stream()
                        .filter(value -> !MISSING.contains(value))
                        .forEach(value -> fits(where, item, asked -> asked.holds(value)));
            }
            case Condition.AtLeast(String item, int least) ->
                fits(where, item, asked -> asked.kind() == Item.Kind.INTEGER && least <= asked.maximum());
            case Condition.Within(String item, Period _) -> fits(where, item, asked -> asked.kind() == Item.Kind.DATE);
            case Condition.Not not -> {
                check(NEGATABLE.contains(not.item()), where + " negates a leaf that must not be: " + not.item());
                tree(where, not.leaf());
            }
            case Condition.Sum(List<String> items, int _) ->
                items.forEach(item -> fits(where, item, asked -> asked.kind() == Item.Kind.INTEGER));
            case Condition.Screened screened -> {
                String leaf = screened.screen() + " " + screened.state().name().toLowerCase(Locale.ROOT);
                check(
                        protocol.screen(screened.screen()).isPresent(),
                        where + " reads a screen that is not defined: " + screened.screen());
                check(
                        screened.expected() || NEGATABLE.contains(leaf),
                        where + " negates a leaf that must not be: " + leaf);
            }
        }
    }

    private void known(String where, String item) {
        check(protocol.items().containsKey(item), where + " reads an item that is not defined: " + item);
    }

    private void fits(String where, String item, Predicate<Item> test) {
        known(where, item);
        Item asked = protocol.items().get(item);
        check(asked == null || test.test(asked), where + " asks " + item + " for a value it cannot hold");
    }

    private void cases(List<GoldenCase> cases) {
        check(!cases.isEmpty(), "There are no cases to hold the protocol to");
        for (GoldenCase golden : cases) {
            Reading reading = Reading.of(protocol, golden.said());
            Code code = Verdict.code(reading.reached(), reading.standing(), null);
            List<String> fired = reading.reached().stream().map(Reached::rule).toList();
            String where = "Case " + golden.name();
            check(code == golden.code(), where + " comes to " + code + ", not " + golden.code());
            check(fired.containsAll(golden.rules()), where + " fires " + fired + ", not " + golden.rules());
            check(golden.silent().stream().noneMatch(fired::contains), where + " must not fire all of " + fired);
            check(
                    reading.mustAsk().containsAll(golden.prompts().mustAsk()),
                    where + " asks " + reading.mustAsk() + ", not "
                            + golden.prompts().mustAsk());
            check(
                    reading.flags().containsAll(golden.prompts().flags()),
                    where + " flags " + reading.flags() + ", not "
                            + golden.prompts().flags());
        }
    }

    private void check(boolean good, String problem) {
        if (!good && !problems.contains(problem)) {
            problems.add(problem);
        }
    }
}
