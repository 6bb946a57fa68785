package org.holdfast.chassis.http;

import io.netty.resolver.dns.DnsAddressResolverGroup;
import io.netty.resolver.dns.SingletonDnsServerAddressStreamProvider;
import java.net.InetSocketAddress;
import java.time.Duration;
import reactor.netty.http.client.HttpClient;
import reactor.netty.transport.NameResolverProvider.NameResolverSpec;

/**
 * Asks again after a second where a name points, however long the answer may be kept: who moved to another address within that time would
 * not be found by any retry (see docs/adr/030).
 */
public final class FreshNames {

    /** Not longer than the shortest pause before a retry; none at all is not to be had. */
    private static final Duration KEPT = Duration.ofSeconds(1);

    /** Three servers of names, or three tries, fit into the ten seconds that a page may take. */
    private static final Duration ASKED_AGAIN = Duration.ofSeconds(3);

    private FreshNames() {}

    /** The client, asking the servers of names that this machine asks. */
    public static HttpClient on(HttpClient client) {
        return client.resolver(FreshNames::keepLittle);
    }

    /** The client, asking one server of names. */
    public static HttpClient on(HttpClient client, InetSocketAddress server) {
        return client.resolver(names -> {
            keepLittle(names);
            names.dnsAddressResolverGroupProvider(builder -> new DnsAddressResolverGroup(
                    builder.nameServerProvider(new SingletonDnsServerAddressStreamProvider(server))));
        });
    }

    private static void keepLittle(NameResolverSpec names) {
        names.cacheMaxTimeToLive(KEPT).cacheNegativeTimeToLive(Duration.ZERO).queryTimeout(ASKED_AGAIN);
    }
}
