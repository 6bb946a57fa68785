package org.holdfast.e2e.controls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.holdfast.e2e.rules.Sources;
import org.junit.jupiter.api.Test;

/** The hazard log and what {@code make prove} takes away say the same, and the code is still as it was when they were written. */
class ControlsTest {

    @Test
    void eachNamedTestIsProvenByTakingAControlAway() {
        assertThat(differences(HazardLog.tests(), Controls.all())).isEmpty();
        assertThat(HazardLog.tests()).hasSizeGreaterThan(10).containsKeys("H01", "H23");
    }

    @Test
    void eachControlStandsOnceInItsFile() {
        assertThat(Controls.all())
                .hasSizeGreaterThan(20)
                .allSatisfy(control -> assertThat(control.times(Sources.text(Sources.ROOT.resolve(control.file()))))
                        .as("%s in %s", control.name(), control.file())
                        .isEqualTo(1));
    }

    @Test
    void eachNamedTestIsOfTheClassThatIsNamed() {
        Places places = new Places();
        assertThat(Controls.all().stream().flatMap(control -> control.tests().stream()))
                .allSatisfy(test -> assertThat(places.of(test)).as("%s", test).isNotEmpty());
        assertThat(places.of(NamedTest.of("ControlsTest.neverWritten"))).isEmpty();
    }

    @Test
    void theCanariesAreReported() {
        String log = "| **H98** fire | 4 | an alarm | `AlarmTest.rings` · `AlarmTest.calls` | 2 |\n";
        String controls = "- {control: an alarm, file: a/src/main/java/Alarm.java, replace: ring(), by: hush(), "
                + "tests: [AlarmTest.rings, AlarmTest.sings]}\n";
        assertThat(differences(
                        HazardLog.tests(log), Controls.read("H98", controls).toList()))
                .containsExactly(
                        "H98 AlarmTest.calls: no control is taken away", "H98 AlarmTest.sings: not in the log");
        Control control = Controls.read("H98", controls).findFirst().orElseThrow();
        assertThat(control.takenFrom("if (hot) ring();")).isEqualTo("if (hot) hush();");
        assertThatThrownBy(() -> control.takenFrom("ring(); ring();")).hasMessageContaining("2 times");
    }

    private static List<String> differences(Map<String, Set<NamedTest>> log, List<Control> controls) {
        List<String> differences = new ArrayList<>();
        Set<String> hazards = new TreeSet<>(log.keySet());
        controls.forEach(control -> hazards.add(control.hazard()));
        for (String hazard : hazards) {
            Set<NamedTest> taken = new TreeSet<>();
            controls.stream()
                    .filter(control -> control.hazard().equals(hazard))
                    .forEach(control -> taken.addAll(control.tests()));
            Set<NamedTest> named = log.getOrDefault(hazard, Set.of());
            named.stream()
                    .filter(test -> !taken.contains(test))
                    .forEach(test -> differences.add(hazard + " " + test + ": no control is taken away"));
            taken.stream()
                    .filter(test -> !named.contains(test))
                    .forEach(test -> differences.add(hazard + " " + test + ": not in the log"));
        }
        return differences;
    }
}
