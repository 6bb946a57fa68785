package org.holdfast.chassis.observe;

import com.mongodb.ConnectionString;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Refuses the start when the broker or the database is on another machine without TLS and credentials. */
final class NetworkGuard {

    private static final String NO_URL = "holdfast.traces.endpoint is not a URL with a host";

    private final Set<String> trusted;

    /** {@code trusted} are names of hosts that are on this same machine, such as containers beside this one. */
    NetworkGuard(Set<String> trusted) {
        this.trusted = Set.copyOf(trusted);
    }

    /** What is wrong, each in a sentence that says what to do; empty when nothing is. */
    List<String> faults(String mongodbUri, String brokers, String brokerProtocol) {
        List<String> faults = new ArrayList<>();
        ConnectionString database = new ConnectionString(mongodbUri);
        boolean sealed = Boolean.TRUE.equals(database.getSslEnabled());
        if (database.getHosts().stream().anyMatch(this::far) && !(sealed && database.getCredential() != null)) {
            faults.add("holdfast.mongodb.uri names another machine: it needs tls=true and a user with a password");
        }
        boolean brokersFar = Stream.of(brokers.split(",")).map(String::strip).anyMatch(this::far);
        if (brokersFar && !brokerProtocol.equals("SASL_SSL")) {
            faults.add(
                    "holdfast.kafka.brokers names another machine:"
                            + " set spring.cloud.stream.kafka.binder.configuration.security.protocol=SASL_SSL and its credentials");
        }
        return faults;
    }

    /** What is wrong with the collector of traces; words for a person who sets it. */
    List<String> faultsOfTraces(@Nullable String endpoint) {
        if (endpoint == null || endpoint.isBlank()) {
            return List.of();
        }
        try {
            URI collector = new URI(endpoint);
            String host = collector.getHost();
            if (host == null) {
                return List.of(NO_URL);
            }
            return far(host) && !"https".equals(collector.getScheme())
                    ? List.of("holdfast.traces.endpoint names another machine: it needs https")
                    : List.of();
        } catch (URISyntaxException e) {
            return List.of(NO_URL);
        }
    }

    private boolean far(String hostAndPort) {
        int colon = hostAndPort.lastIndexOf(':');
        String host = colon < 0 || hostAndPort.endsWith("]") ? hostAndPort : hostAndPort.substring(0, colon);
        String plain = host.replace("[", "").replace("]", "");
        if (trusted.contains(plain)) {
            return false;
        }
        try {
            return !InetAddress.getByName(plain).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return true;
        }
    }
}
