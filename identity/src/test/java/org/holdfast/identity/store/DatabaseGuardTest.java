package org.holdfast.identity.store;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On another machine the database needs TLS and credentials. */
class DatabaseGuardTest {

    private final DatabaseGuard guard = new DatabaseGuard(Set.of("mongo"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mongodb://127.0.0.1:27117",
                "mongodb://127.0.0.1",
                "mongodb://[::1]:27017",
                "mongodb://localhost:27017",
                "mongodb://mongo:27017",
                "mongodb://127.0.0.1:27017,mongo:27018/?replicaSet=rs",
                "mongodb://u:p@10.0.0.7:27017/?tls=true"
            })
    void aDatabaseOnThisMachineOrBehindTlsAndAUserIsFine(String uri) {
        assertThatCode(() -> guard.check(uri)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mongodb://10.0.0.7:27017",
                "mongodb://u:secret@10.0.0.7:27017",
                "mongodb://10.0.0.7:27017/?tls=true",
                "mongodb://u:secret@10.0.0.7:27017/?tls=false",
                "mongodb://127.0.0.1:27017,10.0.0.7:27017",
                "mongodb://mongo.invalid:27017",
                "mongodb://[2001:db8::7]:27017"
            })
    void aDatabaseElsewhereWithoutThemIsRefused(String uri) {
        assertThatThrownBy(() -> guard.check(uri))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("tls=true and a user with a password")
                .hasMessageNotContaining("secret");
    }
}
