package org.holdfast.chassis.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** On another machine the broker and the database need TLS and credentials, and a service TLS. */
class NetworkGuardTest {

    private static final String NEAR = "mongodb://127.0.0.1:27017";
    private static final String NEAR_BROKER = "localhost:9092,[::1]:9093";

    private final NetworkGuard guard = new NetworkGuard(Set.of("kafka", "mongo"));

    @Test
    void everythingOnThisMachineIsFine() {
        assertThat(guard.faults(NEAR, NEAR_BROKER, "PLAINTEXT")).isEmpty();
    }

    @Test
    void aDatabaseElsewhereNeedsTlsAndAUser() {
        assertThat(guard.faults("mongodb://10.0.0.7:27017", NEAR_BROKER, "PLAINTEXT"))
                .hasSize(1);
        assertThat(guard.faults("mongodb://u:p@10.0.0.7:27017", NEAR_BROKER, "PLAINTEXT"))
                .hasSize(1);
        assertThat(guard.faults("mongodb://10.0.0.7:27017/?tls=true", NEAR_BROKER, "PLAINTEXT"))
                .hasSize(1);
        assertThat(guard.faults("mongodb://u:p@10.0.0.7:27017/?tls=true", NEAR_BROKER, "PLAINTEXT"))
                .isEmpty();
    }

    @Test
    void aServiceElsewhereIsAskedByTlsOnly() {
        assertThat(of(null)).isEmpty();
        assertThat(of("http://127.0.0.1:4318/v1/traces")).isEmpty();
        assertThat(of("http://[::1]:8081")).isEmpty();
        assertThat(of("https://10.0.0.9:8081")).isEmpty();
        assertThat(of("http://10.0.0.9:8081")).hasSize(1);
        assertThat(of("http://nobody.invalid:8081")).hasSize(1);
        assertThat(of("127.0.0.1")).hasSize(1);
        assertThat(of("https://col lector/")).hasSize(1);
    }

    @Test
    void aContainerBesideThisOneIsAskedInClearOnlyWhenItIsNamed() {
        assertThat(of("http://intake:8081")).hasSize(1);
        assertThat(new NetworkGuard(Set.of("intake")).faultsOfAddress("a.setting", "http://intake:8081"))
                .isEmpty();
    }

    @Test
    void theStartFailsWithTheNameOfTheSetting() {
        assertThatThrownBy(() -> guard.mustBeSealed("holdfast.referral.intake.url", "http://10.0.0.9:8081"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("holdfast.referral.intake.url names another machine");
        assertThatCode(() -> guard.mustBeSealed("holdfast.referral.intake.url", "https://10.0.0.9:8081"))
                .doesNotThrowAnyException();
    }

    private List<String> of(@Nullable String url) {
        return guard.faultsOfAddress("a.setting", url);
    }

    @Test
    void aBrokerElsewhereNeedsTlsAndAUserAlsoWhenOnlyOneOfThemIsElsewhere() {
        assertThat(guard.faults(NEAR, "127.0.0.1:9092,10.0.0.8:9092", "PLAINTEXT"))
                .hasSize(1);
        assertThat(guard.faults(NEAR, "10.0.0.8:9092", "SSL")).hasSize(1);
        assertThat(guard.faults(NEAR, "10.0.0.8:9092", "SASL_SSL")).isEmpty();
    }

    @Test
    void namesThatTheOperatorOfTheMachineTrustsAreOnThisMachine() {
        assertThat(guard.faults("mongodb://mongo:27017", "kafka:9092", "PLAINTEXT"))
                .isEmpty();
    }
}
