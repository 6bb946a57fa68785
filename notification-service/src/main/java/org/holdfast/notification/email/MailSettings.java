package org.holdfast.notification.email;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mail relay that takes the pages.
 *
 * @param host its name
 * @param port its port
 * @param username whom to sign in as, if it wants that
 * @param password the password for it
 * @param security how the connection is sealed; {@code NONE} only to this machine itself
 * @param from the sender's address
 */
@ConfigurationProperties("holdfast.notification.mail")
public record MailSettings(
        @DefaultValue("127.0.0.1") String host,
        @DefaultValue("2525") int port,
        @Nullable String username,
        @Nullable String password,
        @DefaultValue("NONE") Security security,
        @DefaultValue("oncall@holdfast.example") String from) {

    /** How a connection is sealed. */
    public enum Security {
        NONE,
        STARTTLS,
        TLS
    }

    public MailSettings {
        if (security == Security.NONE && !loopback(host)) {
            throw new IllegalArgumentException(
                    "holdfast.notification.mail.security must be STARTTLS or TLS for a relay on another machine");
        }
    }

    private static boolean loopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
