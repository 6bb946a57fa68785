package org.holdfast.chassis.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** The chassis answers with what it lists, and lists only what it answers with. */
class ChassisProblemsListedTest extends ProblemsListedContract {

    @Test
    void theSearchFindsWhatIsThere() {
        Set<String> made = made(module().resolve("src/main/java"));
        assertThat(made)
                .contains("stale", "too-busy", "unknown-field", "wrong-type", "sign-in-unavailable", "if-match-missing")
                .hasSizeGreaterThan(25);
    }
}
