package org.holdfast.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.holdfast.local.store.RunningStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be said on the command line, and what is answered when it cannot be done. */
class LocalSettingsTest {

    @TempDir
    Path data;

    @Test
    void takesPortsAndSettingsOfSingleServices() {
        LocalSettings settings = LocalSettings.of(
                "--data=" + data,
                "--port.intake=9081",
                "--triage.holdfast.triage.alert-within=2s",
                "--mongodb=mongodb://db");
        assertThat(settings.data()).isEqualTo(data);
        assertThat(settings.ports().of(Part.INTAKE)).isEqualTo(9081);
        assertThat(settings.ports().of(Part.PAGE)).isEqualTo(8090);
        assertThat(settings.mongodb()).isEqualTo("mongodb://db");
        assertThat(settings.extra()).containsEntry("triage", List.of("--holdfast.triage.alert-within=2s"));
    }

    @Test
    void refusesWhatItDoesNotUnderstandAndShowsWhatItDoes() {
        for (String wrong : List.of("--prot.intake=1", "--port.intake=x", "--port.nobody=1", "data", "--nobody.x=1")) {
            assertThatThrownBy(() -> LocalSettings.of(wrong))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("The argument " + wrong + " is not understood")
                    .hasMessageContaining("--port.PART=NUMBER");
        }
    }

    @Test
    void whatIsSaidForOneServiceWinsAndReachesOnlyThatOne() throws Exception {
        LocalSettings settings =
                LocalSettings.in(data, Ports.usual()).with("notification", "--holdfast.notification.mail.port=99");
        ServiceArguments arguments =
                new ServiceArguments(settings, new RunningStore("mongodb://db", "given", false, () -> {}));
        assertThat(arguments.of(ServiceKind.NOTIFICATION))
                .contains("--holdfast.notification.mail.port=99")
                .doesNotContain("--holdfast.notification.mail.port=2525");
        assertThat(arguments.of(ServiceKind.TRIAGE)).doesNotContain("--holdfast.notification.mail.port=99");
    }

    @Test
    void everyServiceHasADatabaseAndASecretsFolderOfItsOwn() {
        ServiceArguments arguments = new ServiceArguments(
                LocalSettings.in(data, Ports.usual()), new RunningStore("mongodb://db", "given", false, () -> {}));
        for (String setting :
                List.of("--holdfast.mongodb.database=", "--holdfast.secrets.directory=", "--server.port=")) {
            List<String> values = java.util.Arrays.stream(ServiceKind.values())
                    .filter(kind -> kind != ServiceKind.CONSOLE)
                    .flatMap(kind -> java.util.Arrays.stream(arguments.of(kind)))
                    .filter(one -> one.startsWith(setting))
                    .collect(Collectors.toList());
            assertThat(values).hasSize(ServiceKind.values().length - 1).doesNotHaveDuplicates();
        }
        assertThat(java.util.Arrays.stream(ServiceKind.values())
                        .flatMap(kind -> java.util.Arrays.stream(arguments.of(kind))))
                .as("nothing listens off loopback")
                .contains("--server.address=127.0.0.1");
    }

    @Test
    void namesTheTakenPortAndWhatToDo() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ports ports = Ports.free().with(Part.TRIAGE, other.getLocalPort());
            assertThatThrownBy(() -> ports.requireFree(List.of(Part.values())))
                    .isInstanceOf(CannotStart.class)
                    .hasMessage(
                            "Port " + other.getLocalPort()
                                    + " (triage) is taken: stop the program that listens there, or choose another with --port.triage=NUMBER.");
        }
    }

    @Test
    void aSecondInstanceIsTurnedAwayUntilTheFirstHasEnded() {
        try (InstanceLock first = InstanceLock.take(data)) {
            assertThat(first).isNotNull();
            assertThatThrownBy(() -> InstanceLock.take(data))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("already running on " + data)
                    .hasMessageContaining("process " + ProcessHandle.current().pid());
        }
        InstanceLock.take(data).close();
    }
}
