package org.holdfast.identity.store;

import java.time.Duration;
import java.util.Objects;
import org.holdfast.identity.domain.Client;
import org.holdfast.identity.domain.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** Shows the stored clients to the authorization server; a public client gets codes only, one with a secret and a redirect address renewals too, any other tokens of its own only. */
public final class StoredClients implements RegisteredClientRepository {

    /** The client setting under which its roles travel to the tokens. */
    public static final String ROLES = "holdfast.roles";

    /** As long as the longest shift; then a person signs in again. */
    private static final Duration RENEWABLE = Duration.ofHours(12);

    private final Clients clients;
    private final Duration tokenLife;

    public StoredClients(Clients clients, Duration tokenLife) {
        this.clients = clients;
        this.tokenLife = tokenLife;
    }

    /** Called only to put a newer hash in place; clients are declared in the settings. */
    @Override
    public void save(RegisteredClient client) {
        clients.rehash(client.getClientId(), Objects.requireNonNull(client.getClientSecret()));
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String id) {
        return clients.find(id).map(this::registered).orElse(null);
    }

    private RegisteredClient registered(Client client) {
        RegisteredClient.Builder builder = RegisteredClient.withId(client.id())
                .clientId(client.id())
                .clientName(client.name())
                .scopes(scopes -> scopes.addAll(client.scopes()))
                .redirectUris(redirects -> redirects.addAll(client.redirects()))
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(client.speaksForPeople())
                        .requireAuthorizationConsent(false)
                        .setting(
                                ROLES,
                                client.roles().stream()
                                        .map(Role::claim)
                                        .sorted()
                                        .toList())
                        .build())
                .tokenSettings(TokenSettings.builder()
                        .authorizationCodeTimeToLive(Duration.ofMinutes(1))
                        .accessTokenTimeToLive(tokenLife)
                        .refreshTokenTimeToLive(RENEWABLE)
                        .build());
        String secret = client.secret();
        if (secret == null) {
            return builder.clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                    .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                    .build();
        }
        builder.clientSecret(secret)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST);
        if (client.speaksForPeople()) {
            return builder.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                    .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                    .build();
        }
        return builder.authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .build();
    }
}
