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

/** Refuses the start when the broker, the database or another service is on another machine and is spoken to without TLS. */
public final class NetworkGuard {

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

    /** Fails when the service is on another machine and is asked in clear: what a person said, or a token, would pass there. */
    public void mustBeSealed(String setting, @Nullable String url) {
        List<String> faults = faultsOfAddress(setting, url);
        if (!faults.isEmpty()) {
            throw new IllegalStateException(String.join("; ", faults));
        }
    }

    /** What is wrong with an address that this service asks over HTTP; words for a person who sets it. */
    List<String> faultsOfAddress(String setting, @Nullable String url) {
        if (url == null || url.isBlank()) {
            return List.of();
        }
        try {
            URI there = new URI(url);
            String host = there.getHost();
            if (host == null) {
                return List.of(setting + " is not a URL with a host");
            }
            return far(host) && !"https".equals(there.getScheme())
                    ? List.of(setting + " names another machine: it needs https, or holdfast.trusted-hosts the name"
                            + " of a host that is this same machine")
                    : List.of();
        } catch (URISyntaxException e) {
            return List.of(setting + " is not a URL with a host");
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
