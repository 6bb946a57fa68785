package org.holdfast.e2e.controls;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.holdfast.e2e.controls.Outcome.Kind;

/** Takes one control away and runs the tests that must fail without it. */
final class Trial {

    private final Wanted wanted;
    private final Places places;
    private final Path folder;

    Trial(Wanted wanted, Places places, Path folder) {
        this.wanted = wanted;
        this.places = places;
        this.folder = folder;
    }

    Map<NamedTest, Outcome> of(Control control) {
        Map<NamedTest, List<Outcome>> outcomes = new TreeMap<>();
        Map<Place, List<NamedTest>> asked = new TreeMap<>(Comparator.comparing(Place::type));
        for (NamedTest test : control.tests().stream().filter(wanted::covers).toList()) {
            List<Outcome> ofTest = outcomes.computeIfAbsent(test, _ -> new ArrayList<>());
            for (Place place : places.of(test)) {
                String why = wanted.leavesOut(place);
                if (why.isEmpty()) {
                    asked.computeIfAbsent(place, _ -> new ArrayList<>()).add(test);
                } else {
                    ofTest.add(new Outcome(Kind.LEFT_OUT, why));
                }
            }
        }
        if (!asked.isEmpty()) {
            run(control, asked).forEach((test, found) -> outcomes.get(test).addAll(found));
        }
        Map<NamedTest, Outcome> together = new TreeMap<>();
        outcomes.forEach((test, found) -> together.put(test, together(found)));
        return together;
    }

    private Map<NamedTest, List<Outcome>> run(Control control, Map<Place, List<NamedTest>> asked) {
        Path aside = folder.resolve(control.name());
        Mirror.clear(aside);
        Map<NamedTest, List<Outcome>> outcomes = new TreeMap<>();
        Absence absence;
        try {
            absence = wanted.untouched() ? Absence.ofNothing(aside) : Absence.of(control, aside);
        } catch (IllegalStateException e) {
            var broken = new Outcome(Kind.SAID_NOTHING, String.valueOf(e.getMessage()));
            asked.values().stream().flatMap(List::stream).forEach(test -> outcomes.put(test, List.of(broken)));
            return outcomes;
        }
        asked.forEach((place, tests) -> new ChildRun(absence, aside.resolve(place.type()))
                .run(place, tests)
                .forEach((test, outcome) ->
                        outcomes.computeIfAbsent(test, _ -> new ArrayList<>()).add(outcome)));
        return outcomes;
    }

    /** One class that fails is enough for a contract: the control may be that of one of them. */
    private static Outcome together(List<Outcome> outcomes) {
        return outcomes.stream()
                .min(Comparator.comparing(Outcome::kind))
                .orElse(new Outcome(Kind.SAID_NOTHING, "there is no such test"));
    }
}
