package org.holdfast.e2e.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A contract that nobody runs promises nothing: each has a test, and each one that needs no container engine. */
class ContractsRunTest {

    private static final Pattern CONTRACT = Pattern.compile("(?m)^(?:public )?abstract class (\\w+Contract)\\b");
    private static final Pattern CONCRETE =
            Pattern.compile("(?m)^(?:public )?(?:final )?class (\\w+) extends (\\w+Contract)\\b");

    @Test
    void everyContractRunsInATest() {
        Map<String, Set<String>> tests = tests(sources());
        assertThat(tests)
                .containsKeys("JournalContract", "VaultContract", "ShelfContract", "CourierContract")
                .allSatisfy((contract, runs) -> assertThat(runs).as(contract).isNotEmpty());
    }

    @Test
    void everyContractRunsWithoutAContainerEngineToo() {
        Map<String, String> sources = sources();
        Map<String, Set<String>> tests = tests(sources);
        Set<String> onlyWithEngine = new TreeSet<>();
        tests.forEach((contract, runs) -> {
            Set<String> needing =
                    runs.stream().filter(test -> needsEngine(sources.get(test))).collect(Collectors.toSet());
            needing.forEach(
                    test -> System.out.println(test + " of " + contract + " runs only with a container engine"));
            if (needing.containsAll(runs)) {
                onlyWithEngine.add(contract);
            }
        });
        assertThat(onlyWithEngine)
                .as("contracts that run with a container engine only")
                .isEmpty();
        assertThat(tests.values().stream().flatMap(Set::stream).filter(test -> needsEngine(sources.get(test))))
                .as("tests that are known to need an engine")
                .contains("MongoJournalTest", "MongoVaultTest", "MongoShelfTest");
    }

    @Test
    void theCanaryIsReported() {
        Map<String, Set<String>> tests = tests(Map.of(
                "NestContract", "/** A nest. */\nabstract class NestContract {}\n",
                "NobodysContract", "public abstract class NobodysContract {}\n",
                "LooseNest", "abstract class LooseNest extends NobodysContract {}\n",
                "TreeNestTest", "class TreeNestTest extends NestContract {\n}\n"));
        assertThat(tests).isEqualTo(Map.of("NestContract", Set.of("TreeNestTest"), "NobodysContract", Set.of()));
        assertThat(needsEngine("assumeTrue(Backends.real().isPresent(), Backends::why);"))
                .isTrue();
    }

    /** The tests of each contract. */
    private static Map<String, Set<String>> tests(Map<String, String> sources) {
        Map<String, Set<String>> tests = new TreeMap<>();
        sources.values()
                .forEach(text ->
                        CONTRACT.matcher(text).results().forEach(found -> tests.put(found.group(1), new TreeSet<>())));
        sources.values().forEach(text -> {
            Matcher concrete = CONCRETE.matcher(text);
            while (concrete.find()) {
                tests.computeIfAbsent(concrete.group(2), _ -> new TreeSet<>()).add(concrete.group(1));
            }
        });
        return tests;
    }

    private static boolean needsEngine(String source) {
        return source.contains("assumeTrue(Backends.real()");
    }

    private static Map<String, String> sources() {
        List<Path> files = Sources.of("test", ".java");
        return files.stream()
                .filter(file -> !file.endsWith("ContractsRunTest.java"))
                .collect(Collectors.toMap(
                        file -> file.getFileName().toString().replace(".java", ""),
                        Sources::text,
                        (one, other) -> one + other));
    }
}
