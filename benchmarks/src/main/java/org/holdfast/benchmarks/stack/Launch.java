package org.holdfast.benchmarks.stack;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.holdfast.benchmarks.load.Phone;
import org.holdfast.local.stack.Home;
import org.holdfast.local.stack.Part;
import org.holdfast.local.stack.Ports;
import org.jspecify.annotations.Nullable;

/**
 * How the processes that are measured are begun: with the flags of {@code make run}.
 *
 * @param folder where their data and logs are kept
 * @param phone what is rung
 * @param mongodb a MongoDB that is given
 * @param profile whether the services write a flight recording
 */
public record Launch(Path folder, Phone phone, @Nullable String mongodb, boolean profile) {

    /** The stack, from its jar. */
    public StackProcess stack(Ports ports) {
        List<String> command = new ArrayList<>(java());
        if (profile) {
            command.add("-XX:StartFlightRecording=settings=profile,dumponexit=true,filename="
                    + target().resolve("services.jfr"));
        }
        Path cache = Path.of(jar()).resolveSibling("local.aot");
        if (Files.exists(cache)) {
            command.add("-XX:AOTCache=" + cache);
        }
        command.addAll(List.of("-jar", jar()));
        List<String> arguments = new ArrayList<>(List.of(
                "--data=" + folder.resolve("data"),
                "--notification.holdfast.notification.roster-file=" + Roster.write(folder, phone)));
        if (mongodb != null) {
            arguments.add("--mongodb=" + mongodb);
        }
        return StackProcess.start(command, ports, arguments, folder.resolve("stack.log"));
    }

    /** The floor, on the broker and the store of this stack. */
    public FloorProcess floor(StackProcess stack, Ports ports) {
        return FloorProcess.start(java(), stack, store(ports), phone.url("floor"), folder.resolve("floor.log"));
    }

    /** Where the store of a stack on these ports is. */
    public String store(Ports ports) {
        return mongodb == null ? "mongodb://127.0.0.1:" + ports.of(Part.STORE) : mongodb;
    }

    /** Where reports go. */
    public static Path target() {
        return Home.project().orElse(Path.of("").toAbsolutePath()).resolve("benchmarks/target");
    }

    private static List<String> java() {
        String flags = System.getProperty("bench.jvm", "");
        return Stream.concat(
                        Stream.of(Path.of(System.getProperty("java.home"), "bin", "java")
                                .toString()),
                        Arrays.stream(flags.split(" ")).filter(flag -> !flag.isBlank()))
                .toList();
    }

    private static String jar() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(one -> Path.of(one).getFileName().toString().matches("local-.*\\.jar"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The jar of the local stack is not on the class path"));
    }
}
