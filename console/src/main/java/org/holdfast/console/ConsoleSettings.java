package org.holdfast.console;

import java.net.URI;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the console is told at its start.
 *
 * @param security whose sign-ins are taken
 * @param trustedHosts hosts that count as this machine; any other is asked by TLS only
 * @param console where things are
 */
@ConfigurationProperties("holdfast")
public record ConsoleSettings(
        Security security, @DefaultValue Set<String> trustedHosts, Console console) {

    /**
     * @param issuer the issuer's public URL, exactly as tokens name it
     * @param rolesClaim the claim that holds the roles of a person
     */
    public record Security(
            URI issuer, @DefaultValue("roles") String rolesClaim) {}

    /**
     * @param publicUrl the one address people open
     * @param clientId as which the console is known to the issuer
     * @param clientSecret what it proves that with; none for a public client, which many issuers give no refresh token
     * @param sessions how many people can be signed in at once
     * @param zone the zone of the times on the pages; the machine's own where it is not given
     * @param services where the four services answer
     */
    public record Console(
            URI publicUrl,
            @DefaultValue("holdfast-console") String clientId,
            @Nullable String clientSecret,
            @DefaultValue("1000") int sessions,
            @Nullable ZoneId zone,
            Services services) {

        /** The clock by which pages tell times. */
        public Clock clock() {
            return zone == null ? Clock.systemDefaultZone() : Clock.system(zone);
        }

        /** Whether browsers reach it by TLS, so that cookies can be kept to it. */
        public boolean secure() {
            return "https".equals(publicUrl.getScheme());
        }
    }

    /**
     * @param intake the service that holds contacts
     * @param triage the service that says how urgent
     * @param referral the service that knows who can help
     * @param notification the service that calls people
     */
    public record Services(URI intake, URI triage, URI referral, URI notification) {}
}
