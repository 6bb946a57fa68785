package org.holdfast.e2e.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** Holds the document of settings to the code, in both directions. */
class SettingsDocumentedTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(holdfast\\.[^`]+)` \\|");
    private static final Pattern READ = Pattern.compile("getProperty\\(\\s*\"(holdfast\\.[a-z.-]+)\"");
    private static final Pattern FILLED_IN = Pattern.compile("\\$\\{(holdfast\\.[a-z.-]+)[:}]");
    private static final Pattern VARIABLE = Pattern.compile("\"(HOLDFAST_[A-Z_]+)\"");

    private final String document = Sources.text(Sources.ROOT.resolve("docs/settings.md"));

    @Test
    void everySettingIsDocumented() {
        assertThat(missing(inCode(), found(ROW, document)))
                .as("settings without a row in docs/settings.md")
                .isEmpty();
    }

    @Test
    void everyDocumentedSettingIsRead() {
        assertThat(missing(found(ROW, document), inCode()))
                .as("rows of docs/settings.md that nothing reads")
                .isEmpty();
    }

    @Test
    void everySecretFromTheEnvironmentIsDocumented() {
        Set<String> variables = inText(VARIABLE, ".java").collect(Collectors.toSet());
        assertThat(variables).contains("HOLDFAST_VAULT_KEK").allMatch(name -> document.contains("`" + name + "`"));
    }

    @Test
    void everyServiceIsRead() {
        assertThat(holders())
                .extracting(type -> type.getPackageName().split("\\.")[2])
                .contains("chassis", "identity", "intake", "triage", "referral", "notification");
        assertThat(inText(READ, ".java")).contains("holdfast.trusted-hosts");
        assertThat(inText(FILLED_IN, ".yml")).contains("holdfast.kafka.brokers", "holdfast.kafka.replication-factor");
    }

    @Test
    void theCanaryIsReported() {
        assertThat(missing(names(Canary.class), found(ROW, document)))
                .containsExactly(
                        "holdfast.canary.birds[].song",
                        "holdfast.canary.cage.bars-apart",
                        "holdfast.canary.sings-at-night");
        assertThat(missing(found(ROW, "| `holdfast.canary.flown` | none | gone |\n"), inCode()))
                .containsExactly("holdfast.canary.flown");
    }

    /** Settings that no document knows. */
    @ConfigurationProperties("holdfast.canary")
    record Canary(boolean singsAtNight, Cage cage, List<Bird> birds) {
        record Cage(int barsApart) {}

        record Bird(String song) {}
    }

    private static Set<String> missing(Set<String> wanted, Set<String> there) {
        Set<String> missing = new TreeSet<>(wanted);
        missing.removeAll(there);
        return missing;
    }

    private static Set<String> inCode() {
        Set<String> names = holders().stream()
                .flatMap(type -> names(type.reflect()).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        inText(READ, ".java").forEach(names::add);
        inText(FILLED_IN, ".yml").forEach(names::add);
        return names;
    }

    private static List<JavaClass> holders() {
        return Product.classes().stream()
                .filter(type -> type.isAnnotatedWith(ConfigurationProperties.class))
                .filter(type -> !type.getPackageName().startsWith("org.holdfast.e2e"))
                .toList();
    }

    private static Stream<String> inText(Pattern pattern, String ending) {
        return Sources.of("main", ending).stream().flatMap(file -> found(pattern, Sources.text(file)).stream());
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(result -> result.group(1)).collect(Collectors.toSet());
    }

    private static Set<String> names(Class<?> settings) {
        String prefix = settings.getAnnotation(ConfigurationProperties.class).value();
        return names(prefix, settings).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> names(String prefix, Class<?> record) {
        return Stream.of(record.getRecordComponents()).flatMap(component -> {
            String name = prefix + "." + kebab(component);
            Type type = component.getGenericType();
            if (type instanceof ParameterizedType many && many.getActualTypeArguments()[0] instanceof Class<?> one) {
                return one.isRecord() ? names(name + "[]", one) : Stream.of(name);
            }
            return component.getType().isRecord() ? names(name, component.getType()) : Stream.of(name);
        });
    }

    private static String kebab(RecordComponent component) {
        return component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
    }
}
