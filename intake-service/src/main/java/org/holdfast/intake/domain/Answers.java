package org.holdfast.intake.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.holdfast.chassis.decide.Refusal;
import org.jspecify.annotations.Nullable;

/** Sorts what was told into what may travel and what belongs into the vault, and says what cannot be an answer at all. */
public final class Answers {

    /** The most answers in one request. */
    public static final int MOST = 100;

    /** The longest value of an item that no protocol knows, in characters. */
    public static final int LONGEST = 4_096;

    private static final int LONGEST_ITEM = 200;
    private static final String RESERVED = "unrecognised.";
    private static final String SEALED = "UNRECOGNISED";

    private Answers() {}

    /**
     * An answer with the words, if any, that must be sealed before it may be recorded.
     *
     * @param given what may travel
     * @param words item and value on lines of their own, for the vault
     */
    public record Sorted(Given given, @Nullable String words) {
        @Override
        public String toString() {
            return "Sorted[" + given + "]";
        }
    }

    /** Why so many cannot be taken at a time, if they cannot. */
    public static Optional<Refusal> tooMany(int answers) {
        return answers <= MOST
                ? Optional.empty()
                : Optional.of(Refusal.invalid(
                        "answers-too-many", "Give at most " + MOST + " answers at a time.", "/answers"));
    }

    /** Why this cannot be the answer at that place, whatever the protocol says, if it cannot. */
    public static Optional<Refusal> wrong(Answer answer, int index) {
        if (answer.item().isBlank() || answer.item().length() > LONGEST_ITEM) {
            return Optional.of(Refusal.invalid(
                    "item-invalid",
                    "An item has an id of 1 to " + LONGEST_ITEM + " characters.",
                    "/answers/" + index + "/item"));
        }
        return answer.value().isBlank() || answer.value().length() > LONGEST
                ? Optional.of(Refusal.invalid(
                        "answer-length", "A value has 1 to " + LONGEST + " characters.", pointer(index)))
                : Optional.empty();
    }

    /**
     * Sorts each answer. What a protocol knows travels; what none knows is sealed as a whole, whatever it looks like: an id
     * could be a name.
     *
     * @param refPrefix the beginning of the vault references, the same whenever the same request is repeated
     */
    public static List<Sorted> sort(List<Answer> answers, Catalogue catalogue, String refPrefix) {
        List<Sorted> sorted = new ArrayList<>(answers.size());
        for (int i = 0; i < answers.size(); i++) {
            sorted.add(sort(answers.get(i), catalogue, refPrefix + "-" + i));
        }
        return List.copyOf(sorted);
    }

    /** Sorts one answer; {@code ref} is where the vault shall hold it, if it must. */
    public static Sorted sort(Answer answer, Catalogue catalogue, String ref) {
        Optional<ItemRule> rule = catalogue.rule(answer.item()).filter(known -> known.judges(answer.value()));
        if (rule.isPresent()) {
            String value = rule.get().kind() == ItemKind.INTEGER ? canonical(answer.value()) : answer.value();
            return new Sorted(new Given(answer.item(), value, true, null), null);
        }
        return new Sorted(new Given(RESERVED + ref, SEALED, false, ref), answer.item() + "\n" + answer.value());
    }

    /** Each reason why the decider cannot take these: a value that the protocol does not allow, or text that may not travel. */
    static List<Refusal> wrong(List<Given> given, Catalogue catalogue, Instant at) {
        return IntStream.range(0, given.size())
                .boxed()
                .flatMap(i -> wrong(given.get(i), i, catalogue, at).stream())
                .toList();
    }

    /** Why the decider cannot take the answer at that place, if it cannot. */
    public static Optional<Refusal> wrong(Given given, int index, Catalogue catalogue, Instant at) {
        return wrong(given, catalogue, at, pointer(index));
    }

    static Optional<Refusal> implausible(LocalDate day, Instant at, String pointer) {
        return Shapes.plausible(day, at)
                ? Optional.empty()
                : Optional.of(
                        Refusal.invalid("date-out-of-range", "A date lies between 1900-01-01 and tomorrow.", pointer));
    }

    /** Every value that was ever held, with those that were given now behind them. */
    static List<ItemAnswers> hold(List<ItemAnswers> before, List<Given> given, long version, Instant at) {
        List<ItemAnswers> after = new ArrayList<>(before);
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < after.size(); i++) {
            places.put(after.get(i).item(), i);
        }
        for (Given answer : given) {
            Held held = new Held(answer.value(), version, at);
            Integer place = places.get(answer.item());
            if (place == null) {
                places.put(answer.item(), after.size());
                after.add(new ItemAnswers(answer.item(), answer.recognised(), answer.ref(), List.of(held)));
            } else {
                after.set(place, after.get(place).and(held, answer.recognised()));
            }
        }
        return List.copyOf(after);
    }

    private static Optional<Refusal> wrong(Given given, Catalogue catalogue, Instant at, String pointer) {
        Optional<ItemRule> rule = catalogue.rule(given.item());
        if (rule.isPresent()) {
            return rule.get().wrong(given.value(), at, pointer);
        }
        return SEALED.equals(given.value()) && given.item().equals(RESERVED + given.ref())
                ? Optional.empty()
                : unsafe(pointer);
    }

    private static String canonical(String value) {
        return Shapes.integer(value).map(String::valueOf).orElse(value);
    }

    private static Optional<Refusal> unsafe(String pointer) {
        return Optional.of(Refusal.invalid(
                "answer-not-recordable", "Text of an item that no protocol knows belongs into the vault.", pointer));
    }

    private static String pointer(int index) {
        return "/answers/" + index + "/value";
    }
}
