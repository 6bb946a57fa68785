package org.holdfast.notification.calling;

import java.util.Optional;
import java.util.regex.Pattern;

/** The two names of an alert: its id for people and other services, and its stream in the journal. */
public final class AlertIds {

    /** The kind of stream. */
    public static final String KIND = "alert";

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,80}\\.risk");

    private AlertIds() {}

    /** The stream of a case's alert. */
    public static String streamOf(String caseId) {
        return KIND + "/" + caseId + "/risk";
    }

    /** The stream of the alert of that id, if it is one. */
    public static Optional<String> stream(String alertId) {
        return ID.matcher(alertId).matches()
                ? Optional.of(streamOf(alertId.substring(0, alertId.length() - ".risk".length())))
                : Optional.empty();
    }
}
