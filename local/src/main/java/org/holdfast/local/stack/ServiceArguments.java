package org.holdfast.local.stack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.holdfast.identity.Demo;
import org.holdfast.local.demo.DemoFiles;
import org.holdfast.local.store.RunningStore;

/** What each service is told in a stack on one machine; command-line arguments, because they go before its settings file. */
public final class ServiceArguments {

    private final LocalSettings settings;
    private final RunningStore store;

    /**
     * @param store the one that the ladder led to
     */
    public ServiceArguments(LocalSettings settings, RunningStore store) {
        this.settings = settings;
        this.store = store;
    }

    /** The arguments for this service; what was said for it in particular comes last and wins. */
    public String[] of(ServiceKind kind) {
        List<String> arguments = new ArrayList<>(common(kind));
        arguments.addAll(
                switch (kind) {
                    case IDENTITY -> List.of("--holdfast.demo=true");
                    case INTAKE -> List.of("--holdfast.intake.safety-net-phone=+1 555 0100 (Sam, fictional)");
                    case TRIAGE -> List.of();
                    case REFERRAL -> referral();
                    case NOTIFICATION -> notification();
                    case CONSOLE -> console();
                });
        List<String> particular = settings.extra().getOrDefault(kind.label(), List.of());
        arguments.removeIf(
                one -> particular.stream().anyMatch(other -> name(other).equals(name(one))));
        arguments.addAll(particular);
        return arguments.toArray(String[]::new);
    }

    private static String name(String argument) {
        return argument.substring(0, argument.indexOf('='));
    }

    private List<String> common(ServiceKind kind) {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.address=127.0.0.1",
                "--server.port=" + settings.ports().of(kind.part()),
                "--holdfast.security.issuer=" + settings.ports().uri(Part.IDENTITY),
                "--spring.jmx.enabled=false"));
        if (kind == ServiceKind.CONSOLE) {
            return arguments;
        }
        arguments.addAll(List.of(
                "--holdfast.mongodb.uri=" + store.uri(),
                "--holdfast.mongodb.database=" + kind.label(),
                "--holdfast.secrets.directory="
                        + settings.data().resolve("secrets").resolve(kind.label())));
        if (kind != ServiceKind.IDENTITY) {
            arguments.add(
                    "--holdfast.kafka.brokers=127.0.0.1:" + settings.ports().of(Part.BROKER));
            arguments.add("--holdfast.secrets.create=true");
            arguments.add("--holdfast.journal.sweep-every=" + (store.trial() ? "5s" : "1s"));
        }
        return arguments;
    }

    private List<String> referral() {
        Path directory = settings.directory();
        return List.of(
                "--holdfast.referral.directory=" + (directory == null ? "" : directory),
                "--holdfast.referral.intake.url=" + settings.ports().uri(Part.INTAKE),
                "--holdfast.referral.intake.client-secret=" + Demo.SECRET);
    }

    private List<String> notification() {
        Path roster = DemoFiles.roster(settings.data());
        return List.of(
                "--holdfast.notification.roster-file=" + roster,
                "--holdfast.notification.public-url=" + settings.ports().uri(Part.CONSOLE),
                "--holdfast.notification.allowed-networks=127.0.0.0/8",
                "--holdfast.notification.mail.host=127.0.0.1",
                "--holdfast.notification.mail.port=" + settings.ports().of(Part.MAIL));
    }

    private List<String> console() {
        Ports ports = settings.ports();
        return List.of(
                "--holdfast.console.public-url=" + ports.uri(Part.CONSOLE),
                "--holdfast.console.client-secret=" + Demo.SECRET,
                "--holdfast.console.services.intake=" + ports.uri(Part.INTAKE),
                "--holdfast.console.services.triage=" + ports.uri(Part.TRIAGE),
                "--holdfast.console.services.referral=" + ports.uri(Part.REFERRAL),
                "--holdfast.console.services.notification=" + ports.uri(Part.NOTIFICATION));
    }
}
