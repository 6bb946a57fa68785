package org.holdfast.e2e.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whatever health can say at three in the morning has a row in the runbook. */
class HealthWordsTest {

    private static final String DETAIL = "withDetail(";
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern COMPONENT = Pattern.compile("(\\w+)HealthIndicator\\(");
    private static final Pattern EXPECTED = Pattern.compile("new Expectations\\(\"([a-z-]+)\"");

    private final String rows = Sources.text(Sources.ROOT.resolve("docs/runbook.md"))
            .lines()
            .filter(line -> line.startsWith("|"))
            .collect(Collectors.joining("\n"));

    @Test
    void everyWordHasARow() {
        List<String> sources =
                Sources.of("main", ".java").stream().map(Sources::text).toList();
        Set<String> words = words(sources);
        assertThat(words)
                .as("words that are known to be said")
                .contains(
                        "store",
                        "the store does not answer",
                        "no-alert",
                        "untold-since",
                        "alerts that nobody answered");
        assertThat(missing(words))
                .as("words of health without a row in docs/runbook.md")
                .isEmpty();
    }

    @Test
    void theCanaryIsReported() {
        String canary = """
                import org.springframework.boot.health.contributor.Health;
                ReactiveHealthIndicator canaryHealthIndicator() {
                    return () -> Health.down()
                            .withDetail("what", birds + " birds are silent: look up")
                            .withDetail("cage-empty-since", since)
                            .build();
                }
                Expectations songs = new Expectations("song", clock);
                """;
        assertThat(missing(words(List.of(canary))))
                .containsExactly("birds are silent: look up", "cage-empty-since", "canary", "no-song");
    }

    private Set<String> missing(Set<String> words) {
        Set<String> missing = new TreeSet<>(words);
        missing.removeIf(rows::contains);
        return missing;
    }

    private static Set<String> words(List<String> sources) {
        Set<String> words = new TreeSet<>();
        for (String source : sources) {
            EXPECTED.matcher(source).results().forEach(found -> words.add("no-" + found.group(1)));
            if (!source.contains("org.springframework.boot.health")) {
                continue;
            }
            COMPONENT
                    .matcher(source)
                    .results()
                    .map(found -> found.group(1))
                    .filter(name -> Character.isLowerCase(name.charAt(0)))
                    .forEach(words::add);
            for (int at = source.indexOf(DETAIL); at >= 0; at = source.indexOf(DETAIL, at + 1)) {
                LITERAL.matcher(arguments(source.substring(at + DETAIL.length())))
                        .results()
                        .map(literal -> literal.group(1).strip().replaceAll("[:-]$", ""))
                        .filter(word -> word.length() > 2)
                        .forEach(words::add);
            }
        }
        return words;
    }

    /** What stands before the parenthesis that closes the one in front of this text. */
    private static String arguments(String text) {
        int open = 1;
        int end = 0;
        while (open > 0) {
            open += switch (text.charAt(end++)) {
                case '(' -> 1;
                case ')' -> -1;
                default -> 0;
            };
        }
        return text.substring(0, end - 1);
    }
}
