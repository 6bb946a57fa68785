package org.holdfast.e2e.controls.child;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.CancellationToken;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Writes a line for each thing that happens to a test: what, the method (or a dash), why. */
final class Written implements TestExecutionListener, AutoCloseable {

    private final Writer lines;
    private final Set<String> unfailed;
    private final CancellationToken enough;
    private @Nullable TestPlan plan;

    /** Says that it is enough when each of the methods has failed. */
    Written(Path file, Set<String> methods, CancellationToken enough) throws IOException {
        lines = Files.newBufferedWriter(file);
        unfailed = new HashSet<>(methods);
        this.enough = enough;
    }

    @Override
    public void testPlanExecutionStarted(TestPlan started) {
        plan = started;
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        if (test.isTest()) {
            write("started", test, "");
        }
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        write("skipped", test, reason);
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        String why = result.getThrowable().map(Reasons::of).orElse("");
        switch (result.getStatus()) {
            case FAILED ->
                write(result.getThrowable().filter(Reasons::proveNothing).isPresent() ? "broken" : "failed", test, why);
            case ABORTED -> write("skipped", test, why);
            case SUCCESSFUL -> {
                if (test.isTest()) {
                    write("passed", test, "");
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private synchronized void write(String what, TestIdentifier test, String why) {
        try {
            lines.write(what + "\t" + method(Optional.of(test)) + "\t" + why + "\n");
            lines.flush();
            if (what.equals("failed") && unfailed.remove(method(Optional.of(test))) && unfailed.isEmpty()) {
                enough.cancel();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A dynamic test has the method of what made it. */
    private String method(Optional<TestIdentifier> test) {
        return test.map(found -> found.getSource()
                        .filter(MethodSource.class::isInstance)
                        .map(source -> ((MethodSource) source).getMethodName())
                        .orElseGet(() -> plan == null ? "-" : method(plan.getParent(found))))
                .orElse("-");
    }
}
