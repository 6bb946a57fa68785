package org.holdfast.local;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.holdfast.keeping.Backup;
import org.holdfast.keeping.BackupRefused;
import org.holdfast.keeping.Erasures;
import org.holdfast.keeping.Keys;
import org.holdfast.local.stack.CannotStart;
import org.holdfast.local.stack.InstanceLock;
import org.holdfast.local.stack.LocalSettings;
import org.holdfast.local.stack.Part;
import org.holdfast.local.stack.ServiceKind;
import org.holdfast.local.store.RunningStore;
import org.holdfast.local.store.StoreLadder;
import org.holdfast.local.store.StoreUnavailable;

/** Saves a local run and puts it back: {@code make backup}, {@code make restore}, {@code make erasures}. */
public final class Safekeeping {

    /** In the order in which a contact flows; the issuer, which nothing flows through, is saved first. */
    private static final List<String> DATABASES =
            ServiceKind.deciding().stream().map(ServiceKind::label).toList();

    private final LocalSettings settings;
    private final Map<String, String> own;

    private Safekeeping(LocalSettings settings, Map<String, String> own) {
        this.settings = settings;
        this.own = Map.copyOf(own);
    }

    public static void main(String[] arguments) throws IOException {
        try {
            Map<String, String> own = new HashMap<>();
            List<String> others = new ArrayList<>();
            for (String argument : List.of(arguments).subList(Math.min(1, arguments.length), arguments.length)) {
                String[] parts = argument.split("=", 2);
                if (List.of("--to", "--from", "--keys", "--erasures").contains(parts[0])) {
                    own.put(parts[0], parts.length > 1 ? parts[1] : "");
                } else {
                    others.add(argument);
                }
            }
            Safekeeping safekeeping = new Safekeeping(LocalSettings.of(others.toArray(String[]::new)), own);
            switch (arguments.length == 0 ? "" : arguments[0]) {
                case "backup" -> safekeeping.backup();
                case "restore" -> safekeeping.restore();
                case "erasures" -> safekeeping.erasures();
                default -> throw new BackupRefused("Say backup, restore or erasures.");
            }
        } catch (BackupRefused | CannotStart | StoreUnavailable told) {
            System.err.println(told.getMessage());
            System.exit(1);
        }
    }

    private void backup() throws IOException {
        Path to = path("--to");
        Path keys = path("--keys");
        if (keys.startsWith(to) || to.startsWith(keys)) {
            throw new BackupRefused("Keys and data go into folders apart: whoever has both reads everything.");
        }
        try (RunningStore store = store()) {
            long documents = new Backup(store.uri(), databases())
                    .save(to, Clock.systemUTC().instant());
            int files = Keys.copy(secrets(), keys);
            System.out.println(
                    "saved " + documents + " documents in " + to + " and " + files + " key files in " + keys);
            if (Keys.sameDisk(to, keys)) {
                System.out.println("WARNING: both are on one disk. Whoever takes it reads every name and note.");
            }
        }
    }

    private void restore() throws IOException {
        Path from = path("--from");
        Path keys = path("--keys");
        Erasures since = said("--erasures").equals("none") ? Erasures.none() : Erasures.read(path("--erasures"));
        try (InstanceLock lock = InstanceLock.take(settings.data());
                RunningStore store = store()) {
            Keys.requireEmpty(secrets());
            long documents = new Backup(store.uri(), databases()).restore(from, since);
            Keys.copy(keys, secrets());
            System.out.println("put back " + documents + " documents; start, then have all services retell");
            since.cases()
                    .keySet()
                    .forEach(caseId -> System.out.println(
                            "erased since: its words are gone again; repeat POST /cases/" + caseId + "/erasure"));
        }
    }

    private void erasures() throws IOException {
        try (RunningStore store = store()) {
            Erasures all = Erasures.in(store.uri(), DATABASES);
            all.write(path("--to"));
            System.out.println(all.cases().size() + " erased cases listed in " + path("--to"));
        }
    }

    private static List<String> databases() {
        List<String> all = new ArrayList<>(DATABASES);
        all.add(ServiceKind.IDENTITY.label());
        return all;
    }

    private Path secrets() {
        return settings.data().resolve("secrets");
    }

    /** The store that runs already, or else one of our own for the time. */
    private RunningStore store() {
        int port = settings.ports().of(Part.STORE);
        if (settings.mongodb() == null && listens(port)) {
            return new RunningStore("mongodb://127.0.0.1:" + port, "the one that runs", false, () -> {});
        }
        String path = System.getenv("PATH");
        return new StoreLadder(settings.data().resolve("store"), port, path == null ? "" : path)
                .open(settings.mongodb());
    }

    private static boolean listens(int port) {
        try (java.net.Socket socket = new java.net.Socket(java.net.InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException nobody) {
            return false;
        }
    }

    private Path path(String name) {
        return Path.of(said(name)).toAbsolutePath().normalize();
    }

    private String said(String name) {
        String value = own.getOrDefault(name, "");
        if (value.isBlank()) {
            throw new BackupRefused(name + "=... is missing.");
        }
        return value;
    }
}
