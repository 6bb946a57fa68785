package org.holdfast.e2e.fleet;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.holdfast.chassis.security.Tokens;
import org.holdfast.e2e.Addresses;
import org.holdfast.e2e.Api;
import org.holdfast.e2e.Eventually;
import org.jspecify.annotations.Nullable;

/**
 * A whole stack on loopback with a real broker and a store on disk, both processes of their own; so is every service that a
 * test wants to kill, and the others share one. Tokens come from the test's own issuer, phones and mailboxes are fakes.
 */
public final class Fleet implements AutoCloseable {

    static final Duration START = Duration.ofMinutes(3);
    private static final String HEALTH = "/health";

    private final Path folder;
    private final List<Integer> ports = Ports.free(8);
    private final Map<Part, Child> services = new EnumMap<>(Part.class);
    private final List<Child> seconds = new ArrayList<>();
    private final Commands commands;
    private final BaseSettings base;
    private final @Nullable Child broker;
    private final @Nullable Child store;
    private final Ground ground;
    private final FakePhones phones = new FakePhones();
    private final GreenMail mail;
    private final MailWire mailWire;
    private final Tokens tokens = Tokens.shared();
    private final TokenDesk tokenDesk = new TokenDesk(tokens);
    private final List<String> more;

    private Fleet(String name, Roster roster, List<String> more, @Nullable Ground given) {
        this.more = more;
        folder = Path.of("target", "fleet", name + "-" + System.nanoTime()).toAbsolutePath();
        mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        mailWire = new MailWire(() -> mail.getSmtp().getPort());
        write("roster.json", roster.json(phones));
        base = new BaseSettings(folder);
        commands = new Commands(folder, ports.get(0), ports.get(1), ports.get(2));
        if (given == null) {
            ground = new Ground("127.0.0.1:" + ports.get(0), "mongodb://127.0.0.1:" + ports.get(2));
            broker = Child.java("broker", folder, commands.broker());
            store = Child.java("store", folder, commands.store());
        } else {
            ground = given;
            broker = null;
            store = null;
        }
    }

    /** Starts what stands on broker and store, and waits until all of it answers well; a start that fails ends what it began. */
    private Fleet begun(Set<Part> apart, String well, Restoring before) {
        boolean begun = false;
        try {
            awaitPrinted(broker, "broker ready");
            awaitPrinted(store, "store ready");
            before.into(mongodb(), secrets());
            startServices(apart);
            for (Part part : Part.values()) {
                awaitUp(part, well);
            }
            begun = true;
            return this;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } finally {
            if (!begun) {
                close();
            }
        }
    }

    /** Starts the stack; {@code apart} are the services that become processes of their own. */
    public static Fleet start(String name, Roster roster, Part... apart) {
        return new Fleet(name, roster, List.of(), null).begun(parts(apart), HEALTH, Restoring.NOTHING);
    }

    /** As {@link #start}, over a broker and a database that are there already and are the caller's to end. */
    public static Fleet over(Ground ground, String name, Roster roster) {
        return new Fleet(name, roster, List.of("--holdfast.trusted-hosts=" + ground.host()), ground)
                .begun(Set.of(), HEALTH, Restoring.NOTHING);
    }

    /** As {@link #start}, with all services sending their traces to the collector. */
    public static Fleet traced(String name, Roster roster, FakeCollector collector, Part... apart) {
        return new Fleet(name, roster, List.of("--holdfast.traces.endpoint=" + collector.url()), null)
                .begun(parts(apart), HEALTH, Restoring.NOTHING);
    }

    /** As {@link #start}, after something was put back; what was put back may be a night in which health is rightly red. */
    public static Fleet restored(String name, Roster roster, Restoring restoring) {
        return new Fleet(name, roster, List.of(), null).begun(Set.of(), HEALTH + "/readiness", restoring);
    }

    private static Set<Part> parts(Part... apart) {
        Set<Part> parts = EnumSet.noneOf(Part.class);
        parts.addAll(List.of(apart));
        return parts;
    }

    /** The phones that get webhooks. */
    public FakePhones phones() {
        return phones;
    }

    /** The mailboxes. */
    public GreenMail mail() {
        return mail;
    }

    /** The wire between notification and the mail relay. */
    public MailWire mailWire() {
        return mailWire;
    }

    /** The broker's process. */
    public Killable broker() {
        return Killable.of(broker, "broker ready");
    }

    /** The store's process. */
    public Killable store() {
        return Killable.of(store, "store ready");
    }

    /** A service that was started apart. */
    public Killable service(Part part) {
        Child child = services.get(part);
        if (child == null) {
            throw new IllegalArgumentException(part + " does not run apart");
        }
        return new Killable(child, () -> awaitUp(part, HEALTH));
    }

    /** Starts a second instance of the service beside the first, on the same database and in the same groups. */
    public Second second(Part part) {
        URI url = URI.create("http://127.0.0.1:" + Ports.free(1).getFirst());
        List<String> command = new ArrayList<>(List.of(part.main()));
        command.addAll(settings(part));
        command.replaceAll(
                setting -> setting.startsWith("--server.port=") ? "--server.port=" + url.getPort() : setting);
        Child child = Child.java(part.title() + "-second", folder, Commands.java(command));
        seconds.add(child);
        Second second = new Second(child, url, tokens);
        second.awaitUp(START);
        return second;
    }

    /** Where everything listens. */
    public Addresses addresses() {
        return new Addresses(
                URI.create("http://127.0.0.1:1"),
                URI.create(tokens.issuer()),
                at(Part.INTAKE),
                at(Part.TRIAGE),
                at(Part.REFERRAL),
                at(Part.NOTIFICATION));
    }

    /** The service as this person with these roles uses it. */
    public Api as(Part part, String person, String... roles) {
        return new Api(at(part), tokens.person(person, roles));
    }

    /** The service as this client with these scopes uses it. */
    public Api asClient(Part part, String client, String... scopes) {
        return new Api(at(part), tokens.client(client, scopes));
    }

    /** The service as nobody in particular uses it. */
    public Api asNobody(Part part) {
        return new Api(at(part), "");
    }

    /** The broker's address. */
    public String kafka() {
        return ground.kafka();
    }

    /** The store's address. */
    public String mongodb() {
        return ground.mongodb();
    }

    /** The folder with logs and data. */
    public Path folder() {
        return folder;
    }

    /** The folder of the keys, with a folder for each service. */
    public Path secrets() {
        return base.secrets();
    }

    @Override
    public void close() {
        Stream.concat(services.values().stream().distinct(), seconds.stream()).forEach(Child::close);
        Stream.of(broker, store).filter(Objects::nonNull).forEach(Child::close);
        mailWire.close();
        mail.stop();
        phones.close();
        tokenDesk.close();
    }

    private void startServices(Set<Part> apart) {
        List<String> together = new ArrayList<>();
        List<Part> shared = new ArrayList<>();
        for (Part part : Part.values()) {
            List<String> own = new ArrayList<>(List.of(part.main()));
            own.addAll(settings(part));
            if (apart.contains(part)) {
                services.put(part, Child.java(part.title(), folder, Commands.java(own)));
            } else {
                if (!together.isEmpty()) {
                    together.add("++");
                }
                together.addAll(own);
                shared.add(part);
            }
        }
        if (!shared.isEmpty()) {
            together.addFirst(Together.class.getName());
            Child child = Child.java("together", folder, Commands.java(together));
            shared.forEach(part -> services.put(part, child));
        }
    }

    private List<String> settings(Part part) {
        List<String> settings = new ArrayList<>(base.of(part, ground, at(part)));
        settings.addAll(more);
        Stream.of(tokens.settings()).map(setting -> "--" + setting).forEach(settings::add);
        if (part == Part.NOTIFICATION) {
            settings.add("--holdfast.notification.mail.port=" + mailWire.port());
        } else if (part == Part.REFERRAL) {
            settings.add("--holdfast.referral.intake.url=" + at(Part.INTAKE));
            settings.add("--holdfast.referral.intake.token-url=" + tokenDesk.url());
        }
        return settings;
    }

    private URI at(Part part) {
        return URI.create("http://127.0.0.1:" + ports.get(3 + part.ordinal()));
    }

    private void awaitUp(Part part, String well) {
        Eventually.get(part + " to be up", START, () -> answers(part, well), yes -> yes);
    }

    private boolean answers(Part part, String well) {
        Child child = services.get(part);
        if (child != null && !child.alive()) {
            throw new IllegalStateException(part + " ended: see " + folder);
        }
        try {
            return asNobody(part).get(well).status() == 200;
        } catch (Api.Unreachable notYet) {
            return false;
        }
    }

    private static void awaitPrinted(@Nullable Child child, String line) {
        if (child != null) {
            Eventually.get(line, START, child::printed, text -> text.contains(line));
        }
    }

    private void write(String file, String text) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
