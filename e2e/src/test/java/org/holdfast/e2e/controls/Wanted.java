package org.holdfast.e2e.controls;

import java.util.List;
import org.holdfast.e2e.controls.Place.Needs;

/**
 * What is asked for: hazards and words that occur in the name of a test; all of them when none is named.
 *
 * @param names hazards and parts of names
 * @param slow whether the slow tests run too
 * @param untouched whether nothing is taken away, so that every test must pass
 */
record Wanted(List<String> names, boolean slow, boolean untouched) {

    static Wanted of(String... arguments) {
        List<String> all = List.of(arguments);
        return new Wanted(
                all.stream().filter(name -> !name.startsWith("--")).toList(),
                all.contains("--slow"),
                all.contains("--untouched"));
    }

    boolean covers(Control control) {
        List<String> hazards = names.stream().filter(Wanted::isHazard).toList();
        return hazards.isEmpty() || hazards.stream().anyMatch(name -> (control.name() + "-").startsWith(name + "-"));
    }

    boolean covers(NamedTest test) {
        List<String> words = names.stream().filter(name -> !isHazard(name)).toList();
        return words.isEmpty() || words.stream().anyMatch(test.toString()::contains);
    }

    /** Why a test is left out here; nothing if it is not. */
    String leavesOut(Place place) {
        if (place.needs() == Needs.BROWSER && System.getProperty("browser.chromium") == null) {
            return "needs a browser";
        }
        return place.needs() == Needs.TIME && !slow ? "is slow: ARGS=--slow" : "";
    }

    private static boolean isHazard(String name) {
        return name.matches("H\\d\\d(-\\d+)?");
    }
}
