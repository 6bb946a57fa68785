package org.holdfast.console.pages;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** What a form tells of the person: what was typed, and by name what was emptied; what was left as it stood is not told. */
final class Details {

    private static final String EMPTIED = "removed";

    private static final Map<String, String> REMOVABLE = Map.of(
            "language", "LANGUAGE",
            "area", "PLACE",
            "caller.name", "CALLER_NAME",
            "caller.number", "CALLER_NUMBER",
            "personAtRisk.name", "PERSON_NAME",
            "personAtRisk.number", "PERSON_NUMBER");

    private Details() {}

    static Map<String, ?> of(Form form) {
        Map<String, Object> details = new HashMap<>();
        String language = form.typed("language");
        if (language != null) {
            details.put("language", language);
        }
        String area = form.typed("area");
        if (area != null) {
            details.put("place", Map.of("area", area.toUpperCase(Locale.ROOT)));
        }
        if (form.typed("needs-shown") != null) {
            details.put("needs", form.all("needs"));
        }
        person(form, "caller", details);
        person(form, "personAtRisk", details);
        List<String> removed = form.all(EMPTIED).stream()
                .map(REMOVABLE::get)
                .filter(Objects::nonNull)
                .toList();
        if (!removed.isEmpty()) {
            details.put("remove", removed);
        }
        return details;
    }

    private static void person(Form form, String who, Map<String, Object> details) {
        Map<String, String> person = new HashMap<>();
        String name = form.typed(who + ".name");
        String number = form.typed(who + ".number");
        if (name != null) {
            person.put("name", name);
        }
        if (number != null) {
            person.put("number", number);
        }
        if (!person.isEmpty()) {
            details.put(who, person);
        }
    }
}
