package org.holdfast.chassis.security;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose tokens are believed.
 *
 * @param issuer the issuer's public URL, exactly as tokens name it
 * @param jwks where to fetch the issuer's keys, when not from the issuer's own discovery document
 * @param audience what the token must be meant for, when set
 * @param rolesClaim the claim that holds the roles of a person
 */
@ConfigurationProperties("holdfast.security")
record SecuritySettings(
        String issuer,
        @Nullable String jwks,
        @Nullable String audience,
        @DefaultValue("roles") String rolesClaim) {

    SecuritySettings {
        if (Objects.requireNonNullElse(issuer, "").isBlank()) {
            throw new IllegalArgumentException("holdfast.security.issuer must name the issuer of the tokens");
        }
    }
}
