package org.holdfast.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The files by which an installation is watched, and what the runbook says to them. */
final class Watching {

    static final Path FOLDER = Path.of("..", "deploy", "observability");

    private static final Pattern METER = Pattern.compile("(?<![\\w\"])([a-z][a-z0-9]*_[a-z0-9_]+)(?![\\w(\"])");
    private static final String RUNBOOK = "docs/runbook.md#";
    private static final Pattern PARAGRAPH = Pattern.compile("(?m)^### ([A-Z]\\w+)\n\n\\S");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(holdfast\\.[a-z.]+)`");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");

    private Watching() {}

    /**
     * One rule of rules.yml.
     *
     * @param alert its name
     * @param expr what is asked
     */
    record Rule(String alert, String expr, Map<String, Object> labels, Map<String, Object> annotations) {}

    /** Every rule. */
    @SuppressWarnings("unchecked")
    static List<Rule> all() {
        Map<String, Object> file = new Yaml().load(text(FOLDER.resolve("rules.yml")));
        List<Rule> rules = new ArrayList<>();
        for (Map<String, Object> group : (List<Map<String, Object>>) file.getOrDefault("groups", List.of())) {
            for (Map<String, Object> rule : (List<Map<String, Object>>) group.getOrDefault("rules", List.of())) {
                rules.add(new Rule(
                        String.valueOf(rule.get("alert")),
                        String.valueOf(rule.get("expr")),
                        (Map<String, Object>) rule.getOrDefault("labels", Map.of()),
                        (Map<String, Object>) rule.getOrDefault("annotations", Map.of())));
            }
        }
        return rules;
    }

    /** What the rules ask. */
    static List<String> rules() {
        return all().stream().map(Rule::expr).toList();
    }

    /** What the dashboard asks. */
    static List<String> dashboard() {
        List<String> asked = new ArrayList<>();
        for (JsonNode panel : JsonMapper.shared()
                .readTree(text(FOLDER.resolve("dashboard.json")))
                .path("panels")) {
            panel.path("targets")
                    .forEach(target -> asked.add(target.path("expr").asString()));
        }
        return asked;
    }

    /** What is wrong with rules, each in a sentence. */
    static List<String> faults(List<Rule> rules) {
        List<String> faults = new ArrayList<>();
        for (Rule rule : rules) {
            if (String.valueOf(rule.annotations().getOrDefault("summary", "")).isBlank()) {
                faults.add(rule.alert() + " has no summary");
            }
            String paragraph = String.valueOf(rule.annotations().get("runbook"));
            boolean there = paragraph.equals(RUNBOOK + rule.alert().toLowerCase(Locale.ROOT))
                    && anchors().contains(paragraph.substring(RUNBOOK.length()));
            if (!there) {
                faults.add(rule.alert() + " has no paragraph " + paragraph);
            }
            if (!Set.of("page", "ticket").contains(rule.labels().get("severity"))) {
                faults.add(rule.alert() + " has no known severity");
            }
        }
        return faults;
    }

    /** The names of the rules that the runbook has a paragraph of. */
    static Set<String> paragraphs() {
        return PARAGRAPH
                .matcher(runbook())
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The meters that are asked for and that nobody has; {@code up} is the server's own, what begins with {@code probe_} the exporter's. */
    static Set<String> missing(List<String> asked, Set<String> exported) {
        return asked.stream()
                .flatMap(expr -> METER.matcher(expr.replaceAll("\"[^\"]*\"", "").replaceAll("\\{[^}]*}", ""))
                        .results()
                        .map(found -> found.group(1)))
                .filter(name -> !exported.contains(name) && !name.startsWith("probe_"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The meters in the runbook's table, as Prometheus writes them. */
    static Set<String> runbookMeters() {
        return ROW.matcher(runbook())
                .results()
                .map(row -> row.group(1).replace('.', '_'))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The anchors of the runbook's headings. */
    static Set<String> anchors() {
        return HEADING.matcher(runbook())
                .results()
                .map(heading -> heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9 -]", "")
                        .replace(' ', '-'))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static String runbook() {
        return text(Path.of("..", "docs", "runbook.md"));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
