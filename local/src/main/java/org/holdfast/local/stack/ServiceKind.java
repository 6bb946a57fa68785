package org.holdfast.local.stack;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.WebApplicationType;

/** The services, each with its application class, its web type and its port. */
public enum ServiceKind {
    IDENTITY("org.holdfast.identity.IdentityApplication", WebApplicationType.SERVLET, Part.IDENTITY),
    INTAKE("org.holdfast.intake.IntakeApplication", WebApplicationType.REACTIVE, Part.INTAKE),
    TRIAGE("org.holdfast.triage.TriageApplication", WebApplicationType.REACTIVE, Part.TRIAGE),
    REFERRAL("org.holdfast.referral.ReferralApplication", WebApplicationType.REACTIVE, Part.REFERRAL),
    NOTIFICATION("org.holdfast.notification.NotificationApplication", WebApplicationType.REACTIVE, Part.NOTIFICATION),
    CONSOLE("org.holdfast.console.ConsoleApplication", WebApplicationType.REACTIVE, Part.CONSOLE);

    private final String application;
    private final WebApplicationType web;
    private final Part part;

    ServiceKind(String application, WebApplicationType web, Part part) {
        this.application = application;
        this.web = web;
        this.part = part;
    }

    /** The four that decide. */
    public static List<ServiceKind> deciding() {
        return List.of(INTAKE, TRIAGE, REFERRAL, NOTIFICATION);
    }

    /** All names. */
    public static List<String> names() {
        return Arrays.stream(values()).map(ServiceKind::label).toList();
    }

    /** The service of this name. */
    public static ServiceKind named(String label) {
        return Arrays.stream(values())
                .filter(one -> one.label().equals(label))
                .findFirst()
                .orElseThrow(
                        () -> new CannotStart("There is no service " + label + "; there are " + names() + ".", null));
    }

    /** The name in settings and messages. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Where it listens. */
    public Part part() {
        return part;
    }

    WebApplicationType web() {
        return web;
    }

    Class<?> application() {
        try {
            return Class.forName(application);
        } catch (ClassNotFoundException missing) {
            throw new CannotStart(application + " is not on the classpath", missing);
        }
    }
}
