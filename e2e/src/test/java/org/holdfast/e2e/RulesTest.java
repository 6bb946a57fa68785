package org.holdfast.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The rules that call the keepers of an installation: each says what to do, and does what it says. */
class RulesTest {

    @Test
    void everyRuleSaysWhatIsWrongAndWhereItIsWrittenWhatToDo() {
        List<Watching.Rule> rules = Watching.all();
        assertThat(rules).hasSizeGreaterThan(15);
        assertThat(Watching.faults(rules)).isEmpty();
    }

    @Test
    void aRuleWithoutAParagraphIsReported() {
        Watching.Rule canary = new Watching.Rule(
                "CanaryFlown",
                "up == 0",
                Map.of("severity", "whisper"),
                Map.of("runbook", "docs/runbook.md#canaryflown"));
        assertThat(Watching.faults(List.of(canary)))
                .containsExactly(
                        "CanaryFlown has no summary",
                        "CanaryFlown has no paragraph docs/runbook.md#canaryflown",
                        "CanaryFlown has no known severity");
    }

    @Test
    void noParagraphIsLeftOfARuleThatIsGone() {
        Set<String> rules = Watching.all().stream().map(Watching.Rule::alert).collect(Collectors.toSet());
        assertThat(Watching.paragraphs()).isEqualTo(rules);
    }

    @Test
    void eachRuleIsTried() throws Exception {
        String tried = Files.readString(Watching.FOLDER.resolve("rules.test.yml"));
        assertThat(Watching.all())
                .extracting(Watching.Rule::alert)
                .allSatisfy(
                        alert -> assertThat(tried).contains("        alertname: " + alert + "\n        exp_alerts:"));
    }

    @Test
    void theRulesDoWhatTheySay() throws Exception {
        assumeTrue(promtool() != null, "there is no promtool on the PATH, which tries Prometheus's rules");
        Process process = new ProcessBuilder(promtool(), "test", "rules", "rules.test.yml")
                .directory(Watching.FOLDER.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).contains("SUCCESS");
    }

    private static @Nullable String promtool() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> new File(folder, "promtool"))
                .filter(File::canExecute)
                .map(File::getPath)
                .findFirst()
                .orElse(null);
    }
}
