package org.holdfast.identity.http;

import java.net.URI;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcLogoutAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcLogoutAuthenticationToken;

/** Where a person may be sent after signing out: the first page of the program; on loopback by any port, as on the way in. */
final class SigningOut implements Consumer<OidcLogoutAuthenticationContext> {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]");

    @Override
    public void accept(OidcLogoutAuthenticationContext context) {
        OidcLogoutAuthenticationToken leaving = context.getAuthentication();
        String to = leaving.getPostLogoutRedirectUri();
        Set<String> known = context.getRegisteredClient().getRedirectUris();
        if (to != null && !to.isEmpty() && known.stream().noneMatch(one -> isFirstPage(to, one))) {
            throw new OAuth2AuthenticationException(new OAuth2Error(
                    OAuth2ErrorCodes.INVALID_REQUEST, "This program has no such address to go on to.", null));
        }
    }

    /** Whether the address is that of the first page where the other one is. */
    static boolean isFirstPage(String to, String redirect) {
        try {
            URI wanted = new URI(to);
            URI known = new URI(redirect);
            String host = known.getHost();
            URI first = new URI(
                    known.getScheme(),
                    null,
                    host,
                    host != null && LOOPBACK.contains(host) ? wanted.getPort() : known.getPort(),
                    "/",
                    null,
                    null);
            return first.equals(wanted);
        } catch (java.net.URISyntaxException notAnAddress) {
            return false;
        }
    }
}
