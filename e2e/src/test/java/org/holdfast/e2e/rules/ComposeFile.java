package org.holdfast.e2e.rules;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.Yaml;

/** What the compose file, with the secrets made for it, tells each service; held against the document of settings. */
record ComposeFile(String compose, String secrets, String document) {

    static final List<String> SERVICES = List.of("intake", "triage", "referral", "notification", "identity", "console");

    private static final List<String> ON_THE_BUS = SERVICES.subList(0, 4);
    private static final Pattern SECTION = Pattern.compile("(?m)^## (.+)$");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `((?:holdfast|server)\\.[^`]+)` \\|(.*)$");
    private static final Pattern MADE = Pattern.compile("(?m)^ *setting (\\S+) (holdfast\\.\\S+) ");
    private static final Pattern IN_CLEAR = Pattern.compile("http://([a-z]+)");
    private static final Pattern NOT_FOR = Pattern.compile("not for ([a-z]+(?:, [a-z]+)*)");

    /** Settings that are passed to a service that has none of that name. */
    Set<String> unknown() {
        Set<String> unknown = new TreeSet<>();
        for (String service : SERVICES) {
            Set<String> known = rows(service, false);
            passed(service).stream()
                    .filter(name -> !known.contains(name))
                    .forEach(name -> unknown.add(service + ": " + name));
        }
        return unknown;
    }

    /** Settings marked as needed that a service is not given. */
    Set<String> missing() {
        Set<String> missing = new TreeSet<>();
        for (String service : SERVICES) {
            Set<String> passed = passed(service);
            rows(service, true).stream()
                    .filter(name -> !passed.contains(name))
                    .forEach(name -> missing.add(service + ": " + name));
        }
        return missing;
    }

    @SuppressWarnings("unchecked")
    Map<String, Map<String, Object>> services() {
        Map<String, Object> file = new Yaml().load(compose);
        return (Map<String, Map<String, Object>>) file.get("services");
    }

    /** The names, as variables, of what a service is given: by the environment and by the files made for it. */
    Set<String> passed(String service) {
        Set<String> passed = given(service).keySet().stream()
                .filter(name -> name.startsWith("HOLDFAST_") || name.startsWith("SERVER_"))
                .collect(Collectors.toCollection(TreeSet::new));
        MADE.matcher(secrets).results().forEach(made -> {
            boolean mine = made.group(1).equals(service)
                    || made.group(1).equals("\"$service\"") && ON_THE_BUS.contains(service);
            if (mine) {
                passed.add(variable(made.group(2)));
            }
        });
        return passed;
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> given(String service) {
        return (Map<String, Object>) services().get(service).getOrDefault("environment", Map.of());
    }

    /** The hosts that a service is told are this same machine. */
    Set<String> trusted(String service) {
        String hosts = String.valueOf(given(service).getOrDefault("HOLDFAST_TRUSTED_HOSTS", ""));
        return hosts.isEmpty() ? Set.of() : new TreeSet<>(List.of(hosts.split(",")));
    }

    /** The hosts that a service asks by http. */
    Set<String> askedInClear(String service) {
        return IN_CLEAR.matcher(String.join(
                        " ",
                        given(service).values().stream().map(String::valueOf).toList()))
                .results()
                .map(host -> host.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> rows(String service, boolean onlyNeeded) {
        Set<String> names = new TreeSet<>();
        String[] parts = SECTION.split(document);
        List<String> titles =
                SECTION.matcher(document).results().map(title -> title.group(1)).toList();
        for (int i = 0; i < titles.size(); i++) {
            if (titles.get(i).equals("Every service") || titles.get(i).equalsIgnoreCase(service)) {
                ROW.matcher(parts[i + 1])
                        .results()
                        .filter(row -> !onlyNeeded || row.group(2).contains("**Set it**"))
                        .filter(row -> isFor(service, row.group(2)))
                        .forEach(row -> names.add(variable(row.group(1))));
            }
        }
        return names;
    }

    private static boolean isFor(String service, String row) {
        return NOT_FOR.matcher(row)
                .results()
                .noneMatch(except -> List.of(except.group(1).split(", ")).contains(service));
    }

    private static String variable(String setting) {
        return setting.toUpperCase(java.util.Locale.ROOT).replaceAll("[.-]", "_");
    }
}
