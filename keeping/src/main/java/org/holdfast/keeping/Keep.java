package org.holdfast.keeping;

import com.mongodb.MongoException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Saves the databases of an installation and puts them back: {@code keep backup | restore | erasures}. Keys are not its business. */
public final class Keep {

    private final Said said;
    private final Map<String, String> environment;
    private final PrintStream out;

    private Keep(Said said, Map<String, String> environment, PrintStream out) {
        this.said = said;
        this.environment = environment;
        this.out = out;
    }

    public static void main(String[] arguments) {
        Logger.getLogger("org.mongodb.driver").setLevel(Level.WARNING);
        System.exit(run(List.of(arguments), System.getenv(), System.out, System.err));
    }

    /** What it ends with: 0 when all is done, 1 when nothing or not all of it is, which {@code err} says in a sentence. */
    static int run(List<String> arguments, Map<String, String> environment, PrintStream out, PrintStream err) {
        try {
            Keep keep = new Keep(Said.of(arguments), environment, out);
            switch (arguments.isEmpty() ? "" : arguments.getFirst()) {
                case "backup" -> keep.backup();
                case "restore" -> keep.restore();
                case "erasures" -> keep.erasures();
                default -> throw new BackupRefused(Said.usage());
            }
            return 0;
        } catch (BackupRefused refused) {
            err.println(refused.getMessage());
        } catch (IllegalArgumentException unclear) {
            err.println("Not done: the database's address is not one, or a path is not.");
        } catch (IOException | MongoException failed) {
            err.println("Not done: " + failed.getClass().getSimpleName() + ": " + failed.getMessage());
        }
        return 1;
    }

    private void backup() throws IOException {
        Path to = said.path("--to");
        long documents = new Backup(uri("KEEP_URI"), said.databases())
                .save(to, Clock.systemUTC().instant());
        out.println("saved " + documents + " documents in " + to + "; the keys are saved apart from it");
    }

    private void restore() throws IOException {
        Path from = said.path("--from");
        Erasures since =
                said.option("--erasures").equals("none") ? Erasures.none() : Erasures.read(said.path("--erasures"));
        long documents = new Backup(uri("KEEP_RESTORE_URI"), said.databases()).restore(from, since);
        out.println("put back " + documents + " documents; start, then have all services retell");
        since.cases()
                .keySet()
                .forEach(caseId -> out.println(
                        "erased since: its words are gone again; repeat POST /cases/" + caseId + "/erasure"));
    }

    private void erasures() throws IOException {
        Path to = said.path("--to");
        Erasures all = Erasures.in(uri("KEEP_URI"), said.databases());
        all.write(to);
        out.println(all.cases().size() + " erased cases listed in " + to);
    }

    /** Whoever only reads has no right to write. */
    private String uri(String name) throws IOException {
        String uri = environment.get(name);
        if (uri != null) {
            return uri;
        }
        String file = environment.get(name + "_FILE");
        if (file == null) {
            throw new BackupRefused(
                    name + "_FILE names no file with the database's address, and there is no " + name + ".");
        }
        return Files.readString(Path.of(file)).strip();
    }
}
