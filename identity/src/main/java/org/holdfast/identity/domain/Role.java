package org.holdfast.identity.domain;

import java.util.Locale;

/** What a person may be for a helpline; stands in tokens in lower case, in the claim {@code roles}. */
public enum Role {
    OPERATOR,
    COUNSELOR,
    SUPERVISOR,
    ADMIN,
    /** Answers for a partner agency; which one, the referral service knows. */
    PARTNER;

    /** The role as it stands in a token. */
    public String claim() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role that stands as {@code claim} in a token or a settings file. */
    public static Role of(String claim) {
        return valueOf(claim.toUpperCase(Locale.ROOT));
    }
}
