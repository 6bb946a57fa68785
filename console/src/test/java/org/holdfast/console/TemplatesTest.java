package org.holdfast.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No template lets text in as markup, and none brings a style or a script of its own. */
class TemplatesTest {

    @Test
    void everyTextIsEscaped() throws IOException {
        try (Stream<Path> templates =
                Files.walk(Path.of("src/main/resources/templates")).filter(Files::isRegularFile)) {
            assertThat(templates)
                    .hasSizeGreaterThan(8)
                    .allSatisfy(template -> assertThat(Files.readString(template))
                            .doesNotContain("th:utext", "[(", "style=", "<style", "onclick", "javascript:"));
        }
    }

    @Test
    void nothingIsPutIntoTheBrowsersStorage() throws IOException {
        for (String script : new String[] {"console.js", "live.js"}) {
            assertThat(Files.readString(Path.of("src/main/resources/static/" + script)))
                    .doesNotContain("localStorage", "sessionStorage", "innerHTML", "eval(");
        }
    }
}
