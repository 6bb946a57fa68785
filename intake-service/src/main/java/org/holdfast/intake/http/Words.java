package org.holdfast.intake.http;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.holdfast.chassis.http.Problem;
import org.holdfast.intake.domain.Answer;
import org.holdfast.intake.domain.Answers;
import org.holdfast.intake.domain.Catalogue;
import org.holdfast.intake.domain.Change;
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
    private final String prefix;

    /** {@code prefix} is the same whenever the same request is repeated, and no other request has it. */
    Words(String prefix) {
        this.prefix = prefix;
    }

    /** The words by the reference under which the vault shall hold them. */
    Map<String, String> byRef() {
        return byRef;
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
        return new Change(asked.language(), place, asked.needs(), refs);
    }

    List<Given> answers(@Nullable List<Asked.OneAnswer> asked, Catalogue catalogue) {
        if (asked == null) {
            return List.of();
        }
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            answers.add(new Answer(asked.get(i).item(), text(asked.get(i).value(), "/answers/" + i + "/value")));
        }
        Answers.wrong(answers).ifPresent(refusal -> {
            throw Problem.of(refusal);
        });
        List<Given> given = new ArrayList<>();
        for (Answers.Sorted sorted : Answers.sort(answers, catalogue, prefix)) {
            String ref = sorted.given().ref();
            if (ref != null && sorted.words() != null) {
                byRef.put(ref, sorted.words());
            }
            given.add(sorted.given());
        }
        return given;
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
            throw Problem.invalid(
                    "invalid-value", "Give 1 to " + longest + " characters on one line, or leave it out.", pointer);
        }
        String ref = prefix + "-" + detail.name().toLowerCase(Locale.ROOT).replace('_', '-');
        byRef.put(ref, text);
        refs.put(detail, ref);
    }

    private static String text(JsonNode value, String pointer) {
        if (value.isString()) {
            return value.stringValue();
        }
        if (value.isIntegralNumber()) {
            return value.bigIntegerValue().toString();
        }
        throw Problem.invalid("wrong-type", "An answer is a text or an integer.", pointer);
    }
}
