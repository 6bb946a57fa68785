package org.holdfast.identity.store;

import com.mongodb.ConnectionString;
import com.mongodb.ServerAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Set;

/** Refuses the start when the database is on another machine without TLS and credentials. */
public final class DatabaseGuard {

    private final Set<String> trusted;

    /**
     * @param trusted names of hosts that are on this same machine, such as containers beside this one
     */
    public DatabaseGuard(Set<String> trusted) {
        this.trusted = Set.copyOf(trusted);
    }

    /** Fails with a sentence that says what to do, which never repeats the address: a password may be in it. */
    public void check(String uri) {
        ConnectionString database = new ConnectionString(uri);
        boolean sealed = Boolean.TRUE.equals(database.getSslEnabled()) && database.getCredential() != null;
        if (!sealed && database.getHosts().stream().anyMatch(this::far)) {
            throw new IllegalStateException(
                    "holdfast.mongodb.uri names another machine: it needs tls=true and a user with a password");
        }
    }

    private boolean far(String hostAndPort) {
        String host = new ServerAddress(hostAndPort).getHost();
        if (trusted.contains(host)) {
            return false;
        }
        try {
            return !Arrays.stream(InetAddress.getAllByName(host)).allMatch(InetAddress::isLoopbackAddress);
        } catch (UnknownHostException e) {
            return true;
        }
    }
}
