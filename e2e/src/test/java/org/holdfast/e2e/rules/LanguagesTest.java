package org.holdfast.e2e.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A language that a person can ask for at the desk is one that help can be looked for in. */
class LanguagesTest {

    private static final Pattern SETS = Pattern.compile("Set\\.of\\(([^)]*)\\)");
    private static final Pattern CODE = Pattern.compile("\"([a-z]{3,4})\"");

    @Test
    void referralTakesEveryLanguageAndScriptThatIntakeTakes() throws IOException {
        Set<String> intake = codes("../intake-service/src/main/java/org/holdfast/intake/domain/Languages.java");
        assertThat(intake).contains("bfi", "jpan");
        assertThat(codes("../referral-service/src/main/java/org/holdfast/referral/http/Forms.java"))
                .containsAll(intake);
    }

    private static Set<String> codes(String file) throws IOException {
        Set<String> codes = new TreeSet<>();
        Matcher sets = SETS.matcher(Files.readString(Path.of(file)));
        while (sets.find()) {
            CODE.matcher(sets.group(1)).results().forEach(code -> codes.add(code.group(1)));
        }
        return codes;
    }
}
