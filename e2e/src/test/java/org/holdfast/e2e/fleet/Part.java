package org.holdfast.e2e.fleet;

import java.util.Locale;

/** A service of the stack. */
public enum Part {
    INTAKE("org.holdfast.intake.IntakeApplication"),
    TRIAGE("org.holdfast.triage.TriageApplication"),
    REFERRAL("org.holdfast.referral.ReferralApplication"),
    NOTIFICATION("org.holdfast.notification.NotificationApplication");

    private final String main;

    Part(String main) {
        this.main = main;
    }

    String main() {
        return main;
    }

    /** Its name in settings and on the bus. */
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }
}
