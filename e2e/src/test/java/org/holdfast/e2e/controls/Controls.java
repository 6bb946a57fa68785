package org.holdfast.e2e.controls;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.holdfast.e2e.rules.Sources;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads the controls of each hazard, from {@code src/test/resources/controls/H01.yaml} on. */
final class Controls {

    private static final Path FILES = Path.of("e2e/src/test/resources/controls");

    private Controls() {}

    static List<Control> all() {
        return Sources.of("test", ".yaml").stream()
                .filter(file -> file.startsWith(Sources.ROOT.resolve(FILES)))
                .flatMap(file -> read(file.getFileName().toString().replace(".yaml", ""), Sources.text(file)))
                .toList();
    }

    static Stream<Control> read(String hazard, String text) {
        List<Control> controls = new ArrayList<>();
        List<Map<String, Object>> entries = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
        for (Map<String, Object> entry : entries) {
            controls.add(control(hazard + "-" + (controls.size() + 1), entry));
        }
        return controls.stream();
    }

    private static Control control(String name, Map<String, Object> entry) {
        return new Control(
                name,
                text(name, entry, "control"),
                Path.of(text(name, entry, "file")),
                text(name, entry, "replace"),
                text(name, entry, "by"),
                ((List<?>) entry.getOrDefault("tests", List.of()))
                        .stream().map(test -> NamedTest.of(test.toString())).toList());
    }

    private static String text(String name, Map<String, Object> entry, String key) {
        if (entry.get(key) instanceof String text) {
            return text;
        }
        throw new IllegalStateException(name + " has no " + key);
    }
}
