package org.holdfast.e2e;

import java.net.URI;

/**
 * Where a running stack listens.
 *
 * @param page the one URL
 */
public record Addresses(URI page, URI identity, URI intake, URI triage, URI referral, URI notification) {

    /** Where {@code make run} listens. */
    public static Addresses standard() {
        return new Addresses(at(8090), at(9000), at(8081), at(8082), at(8083), at(8084));
    }

    private static URI at(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }
}
