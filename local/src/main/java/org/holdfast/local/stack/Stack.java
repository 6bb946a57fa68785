package org.holdfast.local.stack;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.holdfast.local.demo.DemoFiles;
import org.holdfast.local.demo.DemoPhone;
import org.holdfast.local.demo.MailCatcher;
import org.holdfast.local.page.Page;
import org.holdfast.local.store.RunningStore;
import org.holdfast.local.store.StoreLadder;
import org.holdfast.local.store.StoreUnavailable;

/** Everything on one machine: what was started, in the order in which it began, and ended in the reverse one. */
public final class Stack implements AutoCloseable {

    private static final String ENDED = "ended before it was up";
    private static final Duration LONGEST_START = Duration.ofSeconds(60);
    private static final Duration LONGEST_UNREADY = Duration.ofSeconds(20);

    private final LocalSettings settings;
    private final Progress progress;
    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final List<FutureTask<?>> begun = new CopyOnWriteArrayList<>();
    private final List<RunningService> services = new ArrayList<>();
    private boolean ending;
    private boolean drained;
    private boolean closed;

    private Stack(LocalSettings settings, Progress progress) {
        this.settings = settings;
        this.progress = progress;
    }

    /**
     * Starts everything and returns when all of it answers.
     *
     * @throws CannotStart with what to do, after ending what had begun
     */
    public static Stack start(LocalSettings settings, Progress progress) {
        return start(settings, progress, stack -> {});
    }

    /** As {@link #start(LocalSettings, Progress)}; the holder gets the stack before anything begins, so that it can end a start. */
    public static Stack start(LocalSettings settings, Progress progress, Consumer<Stack> holder) {
        Stack stack = new Stack(settings, progress);
        holder.accept(stack);
        try {
            stack.begin();
            return stack;
        } catch (StoreUnavailable unavailable) {
            stack.close();
            throw new CannotStart(String.valueOf(unavailable.getMessage()), unavailable);
        } catch (CannotStart told) {
            stack.close();
            throw told;
        } catch (IOException | RuntimeException failure) {
            stack.close();
            throw new CannotStart(
                    "The stack could not start: " + failure + "; more is in "
                            + settings.data().resolve("logs"),
                    failure);
        }
    }

    private void begin() throws IOException {
        keep(InstanceLock.take(settings.data()));
        settings.ports().requireFree(wanted());
        DemoFiles.write(settings.data(), settings.ports().uri(Part.PAGE));
        Path directory = settings.directory();
        progress.say(
                directory == null
                        ? "resource directory: the small fictional one that is shipped"
                        : "resource directory: " + directory);
        FutureTask<BrokerProcess> broker = inBackground("broker", this::startBroker);
        DemoPhone phone = new DemoPhone(DemoFiles.phoneSecret(settings.data()));
        MailCatcher mails = keep(MailCatcher.start(settings.ports().of(Part.MAIL)));
        keep(Page.start(settings.ports(), phone, mails));
        RunningStore store = openStore();
        ServiceArguments arguments = new ServiceArguments(settings, store);
        FutureTask<RunningService> identity =
                inBackground("identity", () -> startService(ServiceKind.IDENTITY, arguments));
        FutureTask<RunningService> console =
                inBackground("console", () -> startService(ServiceKind.CONSOLE, arguments));
        get(broker);
        List<FutureTask<RunningService>> starting = new ArrayList<>();
        for (ServiceKind kind : ServiceKind.deciding()) {
            starting.add(inBackground(kind.label(), () -> startService(kind, arguments)));
        }
        starting.add(identity);
        starting.add(console);
        starting.forEach(Stack::get);
        awaitDirectory();
        goesOn();
    }

    /** Fails when it was asked to end meanwhile. */
    private void goesOn() {
        synchronized (begun) {
            if (ending) {
                throw new CannotStart(ENDED, null);
            }
        }
    }

    /** A stack without a directory is up all the same: a file that cannot be read must keep no alert back. */
    private void awaitDirectory() {
        URI referral = settings.ports().uri(Part.REFERRAL);
        try (Readiness readiness = new Readiness()) {
            if (!readiness.await(referral, LONGEST_UNREADY)) {
                progress.say("the directory is not read yet; " + referral.resolve("/health") + " says why");
            }
        }
    }

    private List<Part> wanted() {
        List<Part> parts = new ArrayList<>(List.of(Part.values()));
        if (settings.mongodb() != null) {
            parts.remove(Part.STORE);
        }
        return parts;
    }

    private RunningStore openStore() {
        String path = System.getenv("PATH");
        RunningStore store = new StoreLadder(
                        settings.data().resolve("store"), settings.ports().of(Part.STORE), path == null ? "" : path)
                .open(settings.mongodb());
        progress.say("store ready, " + store.kind());
        return keep(store);
    }

    private BrokerProcess startBroker() {
        BrokerProcess broker = BrokerProcess.start(Home.brokerJar(), settings.data(), settings.ports(), progress);
        progress.say("broker ready (Kafka, port " + settings.ports().of(Part.BROKER) + ")");
        return keep(broker);
    }

    private RunningService startService(ServiceKind kind, ServiceArguments arguments) {
        RunningService service = RunningService.start(kind, arguments.of(kind));
        progress.say(kind.label() + " ready (port " + settings.ports().of(kind.part()) + ")");
        synchronized (services) {
            services.add(service);
        }
        return service;
    }

    /** The process id of the broker's JVM, for tests that kill it; empty before it runs. */
    public java.util.OptionalLong brokerPid() {
        synchronized (started) {
            return started.stream()
                    .filter(BrokerProcess.class::isInstance)
                    .mapToLong(one -> ((BrokerProcess) one).pid())
                    .findFirst();
        }
    }

    /** The service of that kind, for tests that reach into it; it is there once the stack is up. */
    public RunningService service(ServiceKind kind) {
        synchronized (services) {
            return services.stream()
                    .filter(service -> service.kind() == kind)
                    .findFirst()
                    .orElseThrow();
        }
    }

    private <T extends AutoCloseable> T keep(T part) {
        synchronized (started) {
            if (!drained) {
                started.push(part);
                return part;
            }
        }
        end(part);
        throw new CannotStart(ENDED, null);
    }

    private <T> FutureTask<T> inBackground(String name, Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        synchronized (begun) {
            goesOn();
            begun.add(task);
        }
        Thread.ofPlatform().name("start-" + name).daemon().start(task);
        return task;
    }

    private static <T> T get(FutureTask<T> task) {
        try {
            return task.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(failed.getCause());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new CannotStart("interrupted while starting", stop);
        }
    }

    /** Ends the services first, then what they stand on. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        synchronized (begun) {
            ending = true;
        }
        begun.forEach(this::awaitEnd);
        endServices();
        synchronized (started) {
            drained = true;
            while (!started.isEmpty()) {
                end(started.pop());
            }
        }
    }

    private void endServices() {
        List<RunningService> all;
        synchronized (services) {
            all = List.copyOf(services);
        }
        try (var threads = Executors.newThreadPerTaskExecutor(
                Thread.ofPlatform().name("end-", 0).factory())) {
            all.forEach(service -> threads.execute(() -> end(service)));
        }
        if (!all.isEmpty()) {
            progress.say("services ended");
        }
    }

    /** What is still starting cannot be ended before it has started, or has failed to; what takes too long ends with this process. */
    private void awaitEnd(FutureTask<?> task) {
        try {
            task.get(LONGEST_START.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException toldElsewhere) {
            // by the start itself
        } catch (TimeoutException stuck) {
            progress.say("a part that is still starting is not waited for any longer");
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void end(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception unable) {
            progress.say("a part did not end cleanly: " + unable);
        }
    }
}
