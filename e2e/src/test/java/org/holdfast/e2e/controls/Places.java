package org.holdfast.e2e.controls;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.holdfast.e2e.controls.Place.Needs;
import org.holdfast.e2e.rules.Sources;

/** Finds the classes in which a named test runs: its own, or for a contract each one that keeps it. */
final class Places {

    private final Map<Path, String> sources =
            Sources.of("test", ".java").stream().collect(Collectors.toMap(file -> file, Sources::text));

    List<Place> of(NamedTest test) {
        return defining(test)
                .flatMap(file -> runnable(test, file))
                .sorted()
                .map(this::place)
                .toList();
    }

    private Stream<Path> defining(NamedTest test) {
        Pattern method = Pattern.compile("\\s(?:void|Stream<DynamicTest>) " + test.method() + "\\(");
        return sources.keySet().stream()
                .filter(file -> file.endsWith(test.type() + ".java"))
                .filter(file -> method.matcher(sources.getOrDefault(file, "")).find());
    }

    private Stream<Path> runnable(NamedTest test, Path file) {
        if (!Pattern.compile("\\babstract class " + test.type() + "\\b")
                .matcher(sources.getOrDefault(file, ""))
                .find()) {
            return Stream.of(file);
        }
        Pattern keeps = Pattern.compile("\\bextends " + test.type() + "\\b");
        return sources.keySet().stream()
                .filter(other -> keeps.matcher(sources.getOrDefault(other, "")).find());
    }

    private Place place(Path file) {
        Path inModule = Sources.ROOT.relativize(file);
        String type = inModule.subpath(4, inModule.getNameCount()).toString();
        return new Place(
                inModule.getName(0).toString(),
                type.replace(".java", "").replace('/', '.'),
                needs(sources.getOrDefault(file, "")));
    }

    private static Needs needs(String source) {
        if (source.contains("\n@InBrowser")) {
            return Needs.BROWSER;
        }
        return source.contains("\n@Tag(\"slow\")") ? Needs.TIME : Needs.NOTHING;
    }
}
