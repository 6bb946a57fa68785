package org.holdfast.notification.webhook;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/** Which addresses a webhook may reach: public ones, and those of the networks that the settings allow. */
public final class Networks {

    /** Everything that is not somebody's public address, after RFC 6890 and the registries it began. */
    private static final List<Network> NOT_PUBLIC = networks(List.of(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/3",
            "::/8",
            "64:ff9b::/96",
            "64:ff9b:1::/48",
            "100::/64",
            "2001::/23",
            "2001:db8::/32",
            "2002::/16",
            "fc00::/7",
            "fe80::/9",
            "ff00::/8"));

    private final List<Network> allowed;

    /** Allows the networks, such as {@code 127.0.0.0/8}, besides public addresses. */
    public Networks(List<String> allowed) {
        this.allowed = networks(allowed);
    }

    /** Whether a webhook may be sent there. */
    boolean allows(InetAddress address) {
        return named(address) || NOT_PUBLIC.stream().noneMatch(network -> network.holds(address));
    }

    /** Whether the address is of a network that the settings name; only there may a webhook be unencrypted. */
    boolean named(InetAddress address) {
        return allowed.stream().anyMatch(network -> network.holds(address));
    }

    private static List<Network> networks(List<String> all) {
        return all.stream().map(Network::of).toList();
    }

    private record Network(byte[] prefix, int bits) {

        static Network of(String text) {
            String[] parts = text.strip().split("/", 2);
            try {
                if (parts.length != 2 || !parts[0].matches("[0-9A-Fa-f:.]+")) {
                    throw new IllegalArgumentException("Not a network such as 127.0.0.0/8: " + text);
                }
                byte[] prefix = InetAddress.getByName(parts[0]).getAddress();
                int bits = Integer.parseInt(parts[1]);
                if (bits < 0 || bits > prefix.length * 8) {
                    throw new IllegalArgumentException("Not a network such as 127.0.0.0/8: " + text);
                }
                return new Network(prefix, bits);
            } catch (UnknownHostException | NumberFormatException e) {
                throw new IllegalArgumentException("Not a network such as 127.0.0.0/8: " + text);
            }
        }

        boolean holds(InetAddress address) {
            byte[] bytes = plain(address);
            if (bytes.length != prefix.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((bytes[bit / 8] & mask) != (prefix[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }

        /** An IPv4 address stays one, however it is dressed up. */
        private static byte[] plain(InetAddress address) {
            byte[] bytes = address.getAddress();
            boolean mapped = !(address instanceof Inet4Address)
                    && bytes[10] == (byte) 0xff
                    && bytes[11] == (byte) 0xff
                    && Arrays.equals(Arrays.copyOf(bytes, 10), new byte[10]);
            return mapped ? Arrays.copyOfRange(bytes, 12, 16) : bytes;
        }
    }
}
