package org.holdfast.chassis.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** On another machine the broker and the database need TLS and credentials. */
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
    void aCollectorOfTracesElsewhereNeedsTls() {
        assertThat(guard.faultsOfTraces(null)).isEmpty();
        assertThat(guard.faultsOfTraces("http://127.0.0.1:4318/v1/traces")).isEmpty();
        assertThat(guard.faultsOfTraces("https://10.0.0.9:4318/v1/traces")).isEmpty();
        assertThat(guard.faultsOfTraces("http://10.0.0.9:4318/v1/traces")).hasSize(1);
        assertThat(guard.faultsOfTraces("127.0.0.1")).hasSize(1);
        assertThat(guard.faultsOfTraces("https://col lector/")).hasSize(1);
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
