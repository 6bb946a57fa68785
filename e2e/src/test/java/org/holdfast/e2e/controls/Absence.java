package org.holdfast.e2e.controls;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.holdfast.e2e.rules.Sources;

/**
 * The product without a control.
 *
 * @param classes what is other than in the product, to be put in front of its class path
 * @param project the project's folder as tests are to see it
 */
record Absence(Path classes, Path project) {

    static Absence ofNothing(Path aside) {
        return new Absence(aside.resolve("classes"), Sources.ROOT);
    }

    static Absence of(Control control, Path aside) {
        Path classes = aside.resolve("classes");
        String text = control.takenFrom(Sources.text(Sources.ROOT.resolve(control.file())));
        Path project = Mirror.of(aside.resolve("project"), control.file(), text);
        Path changed = project.resolve(control.file());
        try {
            Files.createDirectories(classes);
            if (control.file().toString().endsWith(".java")) {
                compile(control, changed, classes);
            } else if (control.file().toString().contains("/src/main/resources/")) {
                Path inClasses =
                        classes.resolve(control.file().subpath(4, control.file().getNameCount()));
                Files.createDirectories(inClasses.getParent());
                Files.copy(changed, inClasses);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Absence(classes, project);
    }

    private static void compile(Control control, Path source, Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        List<String> options = List.of(
                "-d",
                classes.toString(),
                "-cp",
                ClassPaths.of(control.module()),
                "-parameters",
                "-proc:none",
                "-nowarn");
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            boolean compiled = compiler.getTask(said, files, null, options, null, files.getJavaFileObjects(source))
                    .call();
            if (!compiled) {
                throw new IllegalStateException(control.name() + " does not compile without its control: " + said);
            }
        }
    }
}
