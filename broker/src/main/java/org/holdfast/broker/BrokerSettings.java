package org.holdfast.broker;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/**
 * What a broker for one machine is told at its start, and the Kafka properties that follow from it.
 *
 * @param directory the log directory; kept between runs
 * @param port the clients' port on loopback
 * @param controllerPort the port by which the broker speaks with its own controller
 * @param tied whether the broker ends with its standard input
 */
record BrokerSettings(Path directory, int port, int controllerPort, boolean tied) {

    private static final Set<String> KNOWN = Set.of("directory", "port", "controller-port", "tied");

    static BrokerSettings of(String... arguments) {
        Map<String, String> given = new HashMap<>();
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            String name = equals < 0 ? argument : argument.substring(0, equals);
            if (!name.startsWith("--") || !KNOWN.contains(name.substring(2))) {
                throw new IllegalArgumentException("unknown argument " + argument);
            }
            given.put(name.substring(2), equals < 0 ? "true" : argument.substring(equals + 1));
        }
        return new BrokerSettings(
                BrokerMain.absolute(required(given, "directory")),
                port(given, "port"),
                port(given, "controller-port"),
                Boolean.parseBoolean(given.getOrDefault("tied", "false")));
    }

    Properties properties() {
        Properties all = new Properties();
        all.put("process.roles", "broker,controller");
        all.put("node.id", "1");
        all.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        all.put("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        all.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        all.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        all.put("controller.listener.names", "CONTROLLER");
        all.put("inter.broker.listener.name", "PLAINTEXT");
        all.put("log.dirs", directory.toString());
        all.put("num.partitions", "4");
        all.put("auto.create.topics.enable", "false");
        for (String topic : new String[] {"offsets.topic", "transaction.state.log", "share.coordinator.state.topic"}) {
            all.put(topic + ".replication.factor", "1");
        }
        all.put("transaction.state.log.min.isr", "1");
        all.put("share.coordinator.state.topic.min.isr", "1");
        all.put("offsets.topic.num.partitions", "4");
        all.put("transaction.state.log.num.partitions", "4");
        all.put("share.coordinator.state.topic.num.partitions", "4");
        // on one machine nobody else is to be waited for: neither by the first group nor, after a kill, by the broker
        // itself
        all.put("group.initial.rebalance.delay.ms", "0");
        all.put("broker.session.timeout.ms", "1500");
        all.put("broker.heartbeat.interval.ms", "250");
        all.put("log.cleaner.dedupe.buffer.size", "2097152");
        all.put("num.network.threads", "2");
        all.put("num.io.threads", "4");
        all.put("background.threads", "2");
        return all;
    }

    private static String required(Map<String, String> given, String name) {
        String value = given.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("--" + name + " is missing");
        }
        return value;
    }

    private static int port(Map<String, String> given, String name) {
        String value = required(given, name);
        try {
            int port = Integer.parseInt(value);
            if (port > 0 && port < 65_536) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            // told below
        }
        throw new IllegalArgumentException("--" + name + "=" + value + " is not a port (1 to 65535)");
    }
}
