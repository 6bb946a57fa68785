package org.holdfast.intake.http;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.holdfast.chassis.decide.Refusal;
import org.holdfast.chassis.http.Problem;
import org.holdfast.chassis.journal.Handled;
import org.holdfast.intake.domain.Answer;
import org.holdfast.intake.domain.Answers;
import org.holdfast.intake.domain.Catalogue;
import org.holdfast.intake.domain.Change;
import org.holdfast.intake.domain.Contact;
import org.holdfast.intake.domain.ContactEvent;
import org.holdfast.intake.domain.Detail;
import org.holdfast.intake.domain.Given;
import org.holdfast.intake.domain.Place;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Takes the personal words out of a request: what is left may be decided on, the words go to the vault. */
final class Words {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_NUMBER = 64;

    private final Map<String, String> byRef = new LinkedHashMap<>();
    private final List<Refusal> wrong = new ArrayList<>();
    private final String prefix;

    /** {@code prefix} is the same whenever the same request is repeated, and no other request has it. */
    Words(String prefix) {
        this.prefix = prefix;
    }

    /** The words by the reference under which the vault shall hold them. */
    Map<String, String> byRef() {
        return byRef;
    }

    /** What is in the vault for nothing: words that no command took, or took once before, and those that this one removed. */
    Set<String> left(Handled<Contact, ContactEvent> handled) {
        if (!(handled instanceof Handled.Done<Contact, ContactEvent> done)) {
            return byRef.keySet();
        }
        Set<String> left = new HashSet<>(done.repeated() ? byRef.keySet() : Set.of());
        done.events().forEach(event -> {
            if (event instanceof ContactEvent.DetailsChanged changed) {
                left.addAll(changed.gone());
            }
        });
        return left;
    }

    String add(String text) {
        byRef.put(prefix, text);
        return prefix;
    }

    Change details(Asked.Details asked) {
        Map<Detail, String> refs = new EnumMap<>(Detail.class);
        person(refs, asked.caller(), Detail.CALLER_NAME, Detail.CALLER_NUMBER, "/caller");
        person(refs, asked.personAtRisk(), Detail.PERSON_NAME, Detail.PERSON_NUMBER, "/personAtRisk");
        Asked.Spot spot = asked.place();
        Place place = spot == null ? null : new Place(spot.area(), spot.latitude(), spot.longitude());
        return new Change(
                asked.language(), place, asked.needs(), refs, asked.remove() == null ? List.of() : asked.remove());
    }

    /** The answers as they may be decided on. What cannot be read is remembered, and then what the decision would refuse too. */
    List<Given> answers(@Nullable List<Asked.OneAnswer> asked, Catalogue catalogue, Instant at) {
        if (asked == null) {
            return List.of();
        }
        Optional<Refusal> tooMany = Answers.tooMany(asked.size());
        if (tooMany.isPresent()) {
            throw Problem.of(tooMany.get());
        }
        Map<Integer, Refusal> unreadable = new TreeMap<>();
        Map<Integer, Given> given = new TreeMap<>();
        for (int i = 0; i < asked.size(); i++) {
            String item = asked.get(i).item();
            String value = text(asked.get(i).value());
            Refusal no = value == null
                    ? wrongType(i)
                    : Answers.wrong(new Answer(item, value), i).orElse(null);
            if (no != null || value == null) {
                unreadable.put(i, Objects.requireNonNull(no));
            } else {
                given.put(i, kept(Answers.sort(new Answer(item, value), catalogue, prefix + "-" + i)));
            }
        }
        if (!unreadable.isEmpty()) {
            given.forEach((i, answer) ->
                    Answers.wrong(answer, i, catalogue, at).ifPresent(refusal -> unreadable.put(i, refusal)));
            wrong.addAll(unreadable.values());
        }
        return List.copyOf(given.values());
    }

    /** Goes on only if everything could be read; otherwise names everything that could not. */
    void readable() {
        if (!wrong.isEmpty()) {
            throw Problem.of(Refusal.all(wrong));
        }
    }

    private Given kept(Answers.Sorted sorted) {
        String ref = sorted.given().ref();
        if (ref != null && sorted.words() != null) {
            byRef.put(ref, sorted.words());
        }
        return sorted.given();
    }

    private void person(
            Map<Detail, String> refs, Asked.@Nullable Person person, Detail name, Detail number, String pointer) {
        if (person != null) {
            seal(refs, name, person.name(), LONGEST_NAME, pointer + "/name");
            seal(refs, number, person.number(), LONGEST_NUMBER, pointer + "/number");
        }
    }

    private void seal(Map<Detail, String> refs, Detail detail, @Nullable String text, int longest, String pointer) {
        if (text == null) {
            return;
        }
        if (text.isBlank() || text.length() > longest || text.codePoints().anyMatch(Character::isISOControl)) {
            wrong.add(Refusal.invalid(
                    "invalid-value", "Give 1 to " + longest + " characters on one line, or leave it out.", pointer));
            return;
        }
        String ref = prefix + "-" + detail.name().toLowerCase(Locale.ROOT).replace('_', '-');
        byRef.put(ref, text);
        refs.put(detail, ref);
    }

    private static @Nullable String text(JsonNode value) {
        if (value.isString()) {
            return value.stringValue();
        }
        if (value.isIntegralNumber()) {
            return value.bigIntegerValue().toString();
        }
        return null;
    }

    private static Refusal wrongType(int index) {
        return Refusal.invalid("wrong-type", "An answer is a text or an integer.", "/answers/" + index + "/value");
    }
}
