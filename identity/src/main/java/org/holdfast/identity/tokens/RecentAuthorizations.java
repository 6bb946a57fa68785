package org.holdfast.identity.tokens;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;

/**
 * Remembers sign-ins that are under way and the tokens given for them, until they expire.
 *
 * <p>In memory and bounded: tokens are checked by their signature, so a restart only asks those to start again who were just signing in.
 * Tokens of clients that speak for themselves are not remembered at all.
 */
public final class RecentAuthorizations implements OAuth2AuthorizationService {

    private static final int MOST = 10_000;

    private final Clock clock;
    private final Map<String, OAuth2Authorization> byId = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, OAuth2Authorization> eldest) {
            return size() > MOST || expired(eldest.getValue());
        }
    };

    public RecentAuthorizations(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized void save(OAuth2Authorization authorization) {
        if (!AuthorizationGrantType.CLIENT_CREDENTIALS.equals(authorization.getAuthorizationGrantType())) {
            byId.put(authorization.getId(), authorization);
        }
    }

    @Override
    public synchronized void remove(OAuth2Authorization authorization) {
        byId.remove(authorization.getId());
    }

    @Override
    public synchronized @Nullable OAuth2Authorization findById(String id) {
        return byId.get(id);
    }

    @Override
    public synchronized @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        return byId.values().stream()
                .filter(one -> holds(one, token, type))
                .findFirst()
                .orElse(null);
    }

    private static boolean holds(OAuth2Authorization authorization, String token, @Nullable OAuth2TokenType type) {
        if (type != null && type.getValue().equals("state")) {
            return token.equals(authorization.getAttribute("state"));
        }
        return authorization.getToken(token) != null;
    }

    private boolean expired(OAuth2Authorization authorization) {
        Instant now = clock.instant();
        return Stream.of(
                        authorization.getRefreshToken(),
                        authorization.getAccessToken(),
                        authorization.getToken(
                                org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode.class))
                .noneMatch(token -> token != null
                        && token.getToken().getExpiresAt() != null
                        && now.isBefore(token.getToken().getExpiresAt()));
    }
}
