package org.holdfast.local.stack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a stack on one machine is told.
 *
 * @param data where everything is kept
 * @param ports who listens where
 * @param mongodb a MongoDB that is there already; nothing lets the ladder choose
 * @param directory a folder with a resource directory to import; nothing lets the stack look beside the project
 * @param extra more settings for single services, by name, as {@code --name=value}
 */
public record LocalSettings(
        Path data,
        Ports ports,
        @Nullable String mongodb,
        @Nullable Path directory,
        Map<String, List<String>> extra) {

    /** How it is used, in a few lines. */
    public static final String USAGE = """
            --data=DIRECTORY            where everything is kept (.holdfast)
            --mongodb=URI               a MongoDB of yours; without it a mongod on the PATH, else the trial store
            --directory=DIRECTORY       a folder with a resource directory (HSDS) to import
            --port.PART=NUMBER          for console, page, intake, triage, referral, notification, identity, broker, controller, store, mail
            --SERVICE.SETTING=VALUE     any setting of one service, as in --triage.logging.level.root=INFO""";

    public LocalSettings {
        data = data.toAbsolutePath().normalize();
        extra = Map.copyOf(extra);
    }

    /** In this directory, on these ports, and nothing else said. */
    public static LocalSettings in(Path data, Ports ports) {
        return new LocalSettings(data, ports, null, null, Map.of());
    }

    /** The same with one more setting for one service. */
    public LocalSettings with(String service, String setting) {
        Map<String, List<String>> more = new LinkedHashMap<>(extra);
        List<String> settings = new ArrayList<>(more.getOrDefault(service, List.of()));
        settings.add(setting);
        more.put(service, List.copyOf(settings));
        return new LocalSettings(data, ports, mongodb, directory, more);
    }

    /** The same with a MongoDB that is there already. */
    public LocalSettings onMongodb(String uri) {
        return new LocalSettings(data, ports, uri, directory, extra);
    }

    /** The same with a resource directory found beside the project, when none was said and there is one. */
    public LocalSettings withDirectoryBeside() {
        Path found = directory == null ? Home.directoryBeside().orElse(null) : directory;
        return new LocalSettings(data, ports, mongodb, found, extra);
    }

    /** From the command line; fails with a sentence about the first argument that is not understood. */
    public static LocalSettings of(String... arguments) {
        LocalSettings settings = in(Path.of(".holdfast"), Ports.usual());
        for (String argument : arguments) {
            settings = settings.and(argument);
        }
        return settings;
    }

    private LocalSettings and(String argument) {
        int equals = argument.indexOf('=');
        if (!argument.startsWith("--") || equals < 0) {
            throw notUnderstood(argument);
        }
        String name = argument.substring(2, equals);
        String value = argument.substring(equals + 1);
        return switch (name) {
            case "data" -> new LocalSettings(Path.of(value), ports, mongodb, directory, extra);
            case "mongodb" -> onMongodb(value);
            case "directory" -> new LocalSettings(data, ports, mongodb, Path.of(value), extra);
            default ->
                name.startsWith("port.")
                        ? withPort(name.substring(5), value, argument)
                        : forService(name, value, argument);
        };
    }

    private LocalSettings withPort(String label, String value, String argument) {
        for (Part part : Part.values()) {
            if (part.label().equals(label)) {
                try {
                    return new LocalSettings(
                            data, ports.with(part, Integer.parseInt(value)), mongodb, directory, extra);
                } catch (NumberFormatException noNumber) {
                    throw notUnderstood(argument);
                }
            }
        }
        throw notUnderstood(argument);
    }

    private LocalSettings forService(String name, String value, String argument) {
        int dot = name.indexOf('.');
        String service = dot < 0 ? "" : name.substring(0, dot);
        if (!ServiceKind.names().contains(service)) {
            throw notUnderstood(argument);
        }
        return with(service, "--" + name.substring(dot + 1) + "=" + value);
    }

    private static CannotStart notUnderstood(String argument) {
        return new CannotStart("The argument " + argument + " is not understood. These are:\n" + USAGE, null);
    }
}
