package org.holdfast.contracts;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * Whether a schema only grew since it was published. It may gain optional properties, examples and better descriptions;
 * whatever else changes can break a reader or a teller that is a version behind.
 */
final class Growth {

    private static final Set<String> FREE = Set.of("$id", "title", "description", "examples");
    private static final Set<String> WALKED = Set.of("properties", "$defs", "items", "anyOf", "required");

    private Growth() {}

    /** Each way in which the schema of today breaks what was published; empty when it only grew. */
    static List<String> breaks(JsonNode published, JsonNode current) {
        List<String> breaks = new ArrayList<>();
        compare("", published, current, breaks);
        return breaks;
    }

    private static void compare(String place, JsonNode before, JsonNode now, List<String> breaks) {
        Set<String> keywords = new TreeSet<>(before.propertyNames());
        keywords.addAll(now.propertyNames());
        keywords.removeAll(FREE);
        keywords.removeAll(WALKED);
        for (String keyword : keywords) {
            if (!before.path(keyword).equals(now.path(keyword))) {
                breaks.add(
                        "%s: %s was %s and is %s".formatted(place, keyword, before.path(keyword), now.path(keyword)));
            }
        }
        named(place + "/properties", before.path("properties"), now.path("properties"), breaks);
        named(place + "/$defs", before.path("$defs"), now.path("$defs"), breaks);
        required(place, before.path("required"), now.path("required"), breaks);
        if (before.has("items") || now.has("items")) {
            compare(place + "/items", before.path("items"), now.path("items"), breaks);
        }
        choices(place + "/anyOf", before.path("anyOf"), now.path("anyOf"), breaks);
    }

    private static void named(String place, JsonNode before, JsonNode now, List<String> breaks) {
        before.properties().forEach(member -> {
            String name = place + "/" + member.getKey();
            if (now.has(member.getKey())) {
                compare(name, member.getValue(), now.get(member.getKey()), breaks);
            } else {
                breaks.add(name + ": went away");
            }
        });
    }

    private static void required(String place, JsonNode before, JsonNode now, List<String> breaks) {
        Set<String> then = texts(before);
        Set<String> today = texts(now);
        today.stream()
                .filter(name -> !then.contains(name))
                .forEach(name -> breaks.add(place + ": requires " + name + ", which tellers of before do not send"));
        then.stream()
                .filter(name -> !today.contains(name))
                .forEach(name -> breaks.add(place + ": no longer promises " + name + ", which readers need"));
    }

    private static void choices(String place, JsonNode before, JsonNode now, List<String> breaks) {
        if (before.size() != now.size()) {
            breaks.add(place + ": had " + before.size() + " choices and has " + now.size());
            return;
        }
        for (int i = 0; i < before.size(); i++) {
            compare(place + "/" + i, before.get(i), now.get(i), breaks);
        }
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new TreeSet<>();
        array.forEach(text -> texts.add(text.stringValue()));
        return texts;
    }
}
