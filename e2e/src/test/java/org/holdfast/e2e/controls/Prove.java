package org.holdfast.e2e.controls;

import java.nio.file.Path;
import java.util.List;
import org.holdfast.e2e.rules.Sources;

/** Takes away each control of the hazard log that is asked for, one at a time, and ends badly if a test did not miss it. */
public final class Prove {

    private Prove() {}

    public static void main(String[] arguments) {
        Wanted wanted = Wanted.of(arguments);
        Path target = Sources.ROOT.resolve("e2e/target");
        Report report = new Report(target.resolve("controls.txt"), wanted.untouched());
        Trial trial = new Trial(wanted, new Places(), target.resolve("controls"));
        List<Control> controls = Controls.all().stream()
                .filter(control ->
                        wanted.covers(control) && control.tests().stream().anyMatch(wanted::covers))
                .toList();
        for (Control control : controls) {
            System.out.printf(
                    "%s (%d of %d): %s%n",
                    control.name(), controls.indexOf(control) + 1, controls.size(), control.control());
            trial.of(control).forEach((test, outcome) -> report.tell(control, test, outcome));
        }
        System.out.println(report.summary());
        System.exit(report.good() && !controls.isEmpty() ? 0 : 1);
    }
}
