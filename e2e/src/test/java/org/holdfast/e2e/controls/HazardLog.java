package org.holdfast.e2e.controls;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.holdfast.e2e.rules.Sources;

/** The rows of {@code docs/safety.md}: which tests hold the controls of each hazard. */
final class HazardLog {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| \\*\\*(H\\d\\d)\\*\\* .*$");
    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+(?:Test|Contract)\\.\\w+)`");

    private HazardLog() {}

    static Map<String, Set<NamedTest>> tests() {
        return tests(Sources.text(Sources.ROOT.resolve("docs/safety.md")));
    }

    static Map<String, Set<NamedTest>> tests(String log) {
        Map<String, Set<NamedTest>> tests = new TreeMap<>();
        ROW.matcher(log)
                .results()
                .forEach(row -> tests.put(
                        row.group(1),
                        NAMED.matcher(row.group())
                                .results()
                                .map(test -> NamedTest.of(test.group(1)))
                                .collect(Collectors.toCollection(TreeSet::new))));
        return tests;
    }
}
