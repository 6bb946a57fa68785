package org.holdfast.local.stack;

import java.util.Locale;

/** What listens on a port of its own, with the port it has when nobody says otherwise. */
public enum Part {
    CONSOLE(8080),
    PAGE(8090),
    INTAKE(8081),
    TRIAGE(8082),
    REFERRAL(8083),
    NOTIFICATION(8084),
    IDENTITY(9000),
    BROKER(19092),
    CONTROLLER(19093),
    STORE(27117),
    MAIL(2525);

    private final int usual;

    Part(int usual) {
        this.usual = usual;
    }

    int usual() {
        return usual;
    }

    /** The name in settings and messages. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
