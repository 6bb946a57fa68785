package org.holdfast.e2e.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The programs of the trial in containers belong to no module; they compile with what the trial gives them. */
class TrialTest {

    @TempDir
    private Path out;

    @Test
    void everyProgramOfTheTrialCompiles() throws IOException {
        try (Stream<Path> files = Files.list(Sources.ROOT.resolve("deploy/trial"))) {
            List<Path> programs = files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
            assertThat(programs)
                    .extracting(file -> file.getFileName().toString())
                    .contains("Acls.java", "Night.java");
            assertThat(errors(programs)).isEmpty();
        }
    }

    @Test
    void theCanaryDoesNotCompile() throws IOException {
        Path wrong = Files.writeString(out.resolve("Wrong.java"), "class Wrong { org.holdfast.e2e.Gone gone; }");
        assertThat(errors(List.of(wrong))).hasSize(1);
    }

    private List<String> errors(List<Path> programs) throws IOException {
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(found, null, null)) {
            List<String> options = List.of("-proc:none", "-d", out.toString(), "-cp", classPath());
            compiler.getTask(null, files, found, options, null, files.getJavaFileObjectsFromPaths(programs))
                    .call();
        }
        return found.getDiagnostics().stream()
                .filter(one -> one.getKind() == javax.tools.Diagnostic.Kind.ERROR)
                .map(Object::toString)
                .toList();
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }
}
