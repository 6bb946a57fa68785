package org.holdfast.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Who listens where, always on loopback.
 *
 * @param all a port for every part
 */
public record Ports(Map<Part, Integer> all) {

    public Ports {
        all = Map.copyOf(all);
    }

    /** The ports that the documents name. */
    public static Ports usual() {
        Map<Part, Integer> ports = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            ports.put(part, part.usual());
        }
        return new Ports(ports);
    }

    /** Ports that are free now, for stacks beside each other. */
    public static Ports free() {
        Map<Part, Integer> ports = new EnumMap<>(Part.class);
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (Part part : Part.values()) {
                ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                held.add(socket);
                ports.put(part, socket.getLocalPort());
            }
            for (ServerSocket socket : held) {
                socket.close();
            }
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
        return new Ports(ports);
    }

    /** The same with another port for one part. */
    public Ports with(Part part, int port) {
        Map<Part, Integer> ports = new EnumMap<>(all);
        ports.put(part, port);
        return new Ports(ports);
    }

    /** The port of the part. */
    public int of(Part part) {
        Integer port = all.get(part);
        if (port == null) {
            throw new IllegalStateException("no port for " + part.label());
        }
        return port;
    }

    /** Where the part answers HTTP. */
    public URI uri(Part part) {
        return URI.create("http://127.0.0.1:" + of(part));
    }

    /** Refuses to begin when a port is taken, naming all that are. */
    void requireFree(List<Part> wanted) {
        StringBuilder taken = new StringBuilder();
        for (Part part : wanted) {
            if (isTaken(of(part))) {
                taken.append(
                        "Port %d (%s) is taken: stop the program that listens there, or choose another with --port.%s=NUMBER.%n"
                                .formatted(of(part), part.label(), part.label()));
            }
        }
        if (!taken.isEmpty()) {
            throw new CannotStart(taken.toString().strip(), null);
        }
    }

    private static boolean isTaken(int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return false;
        } catch (IOException taken) {
            return true;
        }
    }
}
