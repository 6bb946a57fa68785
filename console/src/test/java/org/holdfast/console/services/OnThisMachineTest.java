package org.holdfast.console.services;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The console asks another machine by TLS only. */
class OnThisMachineTest {

    private static final String SETTING = "holdfast.console.services.intake";

    private final OnThisMachine guard = new OnThisMachine(Set.of("intake"));

    @ParameterizedTest
    @ValueSource(strings = {"http://10.0.0.9:8081", "http://nobody.invalid:8081", "http://triage:8082"})
    void theStartFailsWithTheNameOfTheSetting(String elsewhere) {
        assertThatThrownBy(() -> guard.orSealed(SETTING, URI.create(elsewhere)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith(SETTING + " names another machine");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://127.0.0.1:8081", "http://[::1]:8081", "http://intake:8081", "https://10.0.0.9:8081"})
    void whatIsHereOrSealedIsFine(String fine) {
        assertThatCode(() -> guard.orSealed(SETTING, URI.create(fine))).doesNotThrowAnyException();
    }

    @Test
    void anAddressWithoutAHostIsNotThisMachine() {
        assertThatThrownBy(() -> guard.orSealed(SETTING, URI.create("intake:8081")))
                .isInstanceOf(IllegalStateException.class);
    }
}
