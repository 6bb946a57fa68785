package org.holdfast.keeping;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was said on the command line; fails with a sentence about the first thing that is missing or not understood. */
record Said(Map<String, String> options) {

    /** How it is used, in a few lines. */
    private static final String USAGE = """
            keep backup   --to=FOLDER                           saves every database, also while the services run
            keep restore  --from=FOLDER --erasures=FILE|none    puts it back into empty databases, while none runs
            keep erasures --to=FILE                             lists which cases were erased: keep it apart from backups
            The database's address is in the file that KEEP_URI_FILE names, or in KEEP_URI; for a restore
            KEEP_RESTORE_URI_FILE or KEEP_RESTORE_URI, of a user who may write.
            --databases=A,B,... names others than""";

    /** In the order in which a contact flows; the issuer's, which nothing flows through, is saved first. */
    private static final List<String> DATABASES =
            List.of("intake", "triage", "referral", "notification", "holdfast-identity");

    private static final List<String> OPTIONS = List.of("--to", "--from", "--erasures", "--databases");

    /** Everything behind the first word. */
    static Said of(List<String> arguments) {
        Map<String, String> said = new HashMap<>();
        for (String argument : arguments.subList(Math.min(1, arguments.size()), arguments.size())) {
            String[] parts = argument.split("=", 2);
            if (!OPTIONS.contains(parts[0]) || parts.length < 2 || parts[1].isBlank()) {
                throw new BackupRefused("The argument " + argument + " is not understood.\n" + usage());
            }
            said.put(parts[0], parts[1]);
        }
        return new Said(Map.copyOf(said));
    }

    List<String> databases() {
        String others = options.get("--databases");
        return others == null ? DATABASES : List.of(others.split(","));
    }

    Path path(String name) {
        return Path.of(option(name)).toAbsolutePath().normalize();
    }

    String option(String name) {
        String value = options.get(name);
        if (value == null) {
            throw new BackupRefused(name + "=... is missing.\n" + usage());
        }
        return value;
    }

    static String usage() {
        return USAGE + " " + String.join(",", DATABASES);
    }
}
