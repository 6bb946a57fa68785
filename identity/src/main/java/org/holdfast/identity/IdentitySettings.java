package org.holdfast.identity;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.holdfast.identity.domain.Client;
import org.holdfast.identity.domain.Person;
import org.holdfast.identity.domain.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the issuer is told at its start.
 *
 * @param mongodb where people and clients are kept
 * @param security the issuer's public address
 * @param secrets where the signing keys are kept
 * @param demo whether the demo people and clients are made; only on loopback
 * @param trustedHosts hosts that count as this machine; a database on any other needs TLS and credentials
 * @param identity people, clients and the life of tokens
 */
@ConfigurationProperties("holdfast")
public record IdentitySettings(
        Mongodb mongodb,
        Security security,
        Secrets secrets,
        @DefaultValue("false") boolean demo,
        @DefaultValue Set<String> trustedHosts,
        @DefaultValue Identity identity) {

    /**
     * @param uri a MongoDB connection string
     * @param database the database's name
     */
    public record Mongodb(
            String uri, @DefaultValue("holdfast-identity") String database) {}

    /**
     * @param issuer the one public address of this issuer, as it stands in tokens
     */
    public record Security(URI issuer) {}

    /**
     * @param directory holds files that only the owner may read
     */
    public record Secrets(Path directory) {}

    /**
     * @param tokenLife how long a token is valid
     * @param people put in place at every start, by id
     * @param clients put in place at every start, by id
     */
    public record Identity(
            @DefaultValue("30m") Duration tokenLife,
            @DefaultValue List<DeclaredPerson> people,
            @DefaultValue List<DeclaredClient> clients) {}

    /**
     * @param password a hash, as printed by {@code HashSecret}
     */
    public record DeclaredPerson(
            String id,
            String name,
            Set<Role> roles,
            String password,
            @DefaultValue("true") boolean active) {
        Person person() {
            return new Person(id, name, roles, password, active);
        }
    }

    /**
     * @param secret a hash, as printed by {@code HashSecret}; none for a public client
     */
    public record DeclaredClient(
            String id,
            String name,
            @Nullable String secret,
            @DefaultValue Set<String> scopes,
            @DefaultValue Set<Role> roles,
            @DefaultValue Set<String> redirects) {
        Client client() {
            return new Client(id, name, secret, scopes, roles, redirects);
        }
    }
}
