package org.holdfast.console.pages;

import java.util.Set;

/** Who works on which pages. */
final class Roles {

    /** Whoever speaks with people at risk. */
    static final Set<String> DESK = Set.of("operator", "counselor", "supervisor");

    /** Whoever is called. */
    static final Set<String> CALLED = Set.of("counselor", "supervisor");

    /** Whoever may see alerts. */
    static final Set<String> ALERTS = Set.of("operator", "counselor", "supervisor", "admin");

    /** People of a partner agency. */
    static final Set<String> PARTNER = Set.of("partner");

    /** Everybody who can sign in. */
    static final Set<String> ALL = Set.of("operator", "counselor", "supervisor", "admin", "partner");

    private Roles() {}
}
