package org.holdfast.e2e.fleet;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What every service of a stack is told, whatever the test.
 *
 * @param folder where data, roster and keys are
 */
record BaseSettings(Path folder) {

    Path secrets() {
        return folder.resolve("secrets");
    }

    List<String> of(Part part, Ground ground, URI at) {
        List<String> settings = new ArrayList<>(
                List.of(
                        "--server.address=127.0.0.1",
                        "--server.port=" + at.getPort(),
                        "--holdfast.mongodb.uri=" + ground.mongodb(),
                        "--holdfast.mongodb.database=" + part.title(),
                        "--holdfast.kafka.brokers=" + ground.kafka(),
                        "--holdfast.secrets.directory=" + secrets().resolve(part.title()),
                        "--holdfast.secrets.create=true",
                        "--holdfast.journal.sweep-every=5s",
                        "--spring.autoconfigure.exclude="
                                + "org.springframework.boot.tomcat.autoconfigure.reactive.TomcatReactiveWebServerAutoConfiguration"));
        switch (part) {
            case NOTIFICATION ->
                settings.addAll(List.of(
                        "--holdfast.notification.roster-file=" + folder.resolve("roster.json"),
                        "--holdfast.notification.allowed-networks=127.0.0.0/8",
                        "--holdfast.notification.public-url=" + at,
                        "--holdfast.notification.mail.host=127.0.0.1"));
            case REFERRAL -> settings.add("--holdfast.referral.intake.client-secret=none");
            case INTAKE, TRIAGE -> {}
        }
        return settings;
    }
}
