package org.holdfast.identity.domain;

import java.util.regex.Pattern;

/** Keeps plain secrets out of settings and stores: only a hash that names its algorithm passes. */
final class Hash {

    private static final Pattern FORM = Pattern.compile("\\{(bcrypt|argon2|scrypt|pbkdf2)[^}]*}.{20,}");

    private Hash() {}

    static void require(String secret, String whose) {
        if (!FORM.matcher(secret).matches()) {
            throw new IllegalArgumentException(
                    "the secret of " + whose + " must be a hash like {bcrypt}$2a$10$..., never the secret itself");
        }
    }
}
