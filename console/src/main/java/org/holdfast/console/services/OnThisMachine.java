package org.holdfast.console.services;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Refuses the start when a service on another machine would be asked in clear: tokens and people's words pass there. */
public final class OnThisMachine {

    private final Set<String> trusted;

    /** @param trusted names of hosts that are this same machine, such as containers beside this one */
    public OnThisMachine(Set<String> trusted) {
        this.trusted = Set.copyOf(trusted);
    }

    /** Fails with a sentence that says what to do. */
    public void orSealed(String setting, URI there) {
        if (!"https".equals(there.getScheme()) && far(there.getHost())) {
            throw new IllegalStateException(
                    setting
                            + " names another machine: it needs https, or holdfast.trusted-hosts the name of a host that is this same machine");
        }
    }

    private boolean far(@Nullable String host) {
        if (host == null) {
            return true;
        }
        if (trusted.contains(host)) {
            return false;
        }
        try {
            return !InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return true;
        }
    }
}
