package org.holdfast.broker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;

/**
 * Starts one Kafka broker on loopback and prints one line when clients may come.
 *
 * <p>Arguments: {@code --directory=DIR --port=PORT --controller-port=PORT}; with {@code --tied} the broker ends as soon as its standard
 * input is closed, which is what happens when the process that started it dies, however it dies. Exit codes: 2 wrong arguments, 3 a port
 * is taken, 4 the broker could not start.
 */
public final class BrokerMain {

    /** How long an orderly end may take before the process simply stops; the log is safe either way. */
    private static final long LONGEST_END_MILLIS = 8_000;

    private BrokerMain() {}

    public static void main(String[] arguments) {
        BrokerSettings settings = null;
        try {
            settings = BrokerSettings.of(arguments);
        } catch (IllegalArgumentException wrong) {
            leave(2, wrong.getMessage() + "\nusage: --directory=DIR --port=PORT --controller-port=PORT [--tied]");
        }
        if (settings != null) {
            start(settings);
        }
    }

    private static void start(BrokerSettings settings) {
        refuseTakenPort(settings.port(), "--port");
        refuseTakenPort(settings.controllerPort(), "--controller-port");
        try {
            long begun = System.nanoTime();
            LogDirectory.formatWhenNew(settings.directory());
            KafkaRaftServer broker = new KafkaRaftServer(new KafkaConfig(settings.properties()), Time.SYSTEM);
            Runtime.getRuntime().addShutdownHook(new Thread(broker::shutdown, "broker-end"));
            if (settings.tied()) {
                endWithInput();
            }
            broker.startup();
            System.out.printf(
                    "broker ready at 127.0.0.1:%d after %.1f s, log in %s%n",
                    settings.port(), (System.nanoTime() - begun) / 1e9, settings.directory());
            broker.awaitShutdown();
        } catch (Exception failure) {
            leave(4, "broker could not start in " + settings.directory() + ": " + failure);
        }
    }

    private static void refuseTakenPort(int port, String option) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException taken) {
            leave(3, "port " + port + " is taken: stop the program that listens there, or give another " + option);
        }
    }

    private static void endWithInput() {
        Thread watcher = new Thread(
                () -> {
                    try {
                        while (System.in.read() >= 0) {
                            // whatever is written is of no meaning; only the end is
                        }
                    } catch (IOException closed) {
                        // the same as the end
                    }
                    Thread limit = new Thread(BrokerMain::haltLate, "broker-end-limit");
                    limit.setDaemon(true);
                    limit.start();
                    System.exit(0);
                },
                "parent-watch");
        watcher.setDaemon(true);
        watcher.start();
    }

    private static void haltLate() {
        try {
            Thread.sleep(LONGEST_END_MILLIS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(0);
    }

    private static void leave(int code, String message) {
        System.err.println(message);
        System.exit(code);
    }

    /** Where the broker's files are, made absolute so that a message can be followed from anywhere. */
    static Path absolute(String directory) {
        return Path.of(directory).toAbsolutePath().normalize();
    }
}
