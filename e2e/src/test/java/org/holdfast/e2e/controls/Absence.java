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

/** The part of the product that is other without a control, in a folder that is put in front of the rest. */
record Absence(Path folder) {

    static Absence nothing(Path folder) {
        return new Absence(folder);
    }

    static Absence of(Control control, Path aside) {
        Path inSources = control.file().subpath(4, control.file().getNameCount());
        String text = control.takenFrom(Sources.text(Sources.ROOT.resolve(control.file())));
        boolean java = control.file().toString().endsWith(".java");
        Path classes = aside.resolve("classes");
        Path changed = aside.resolve(java ? "source" : "classes").resolve(inSources);
        try {
            Files.createDirectories(classes);
            Files.createDirectories(changed.getParent());
            Files.writeString(changed, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (java) {
            compile(control, changed, classes);
        }
        return new Absence(classes);
    }

    private static void compile(Control control, Path source, Path classes) {
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
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
