package org.holdfast.chassis.http;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What may stand in a log: ids, and where an error came from, but never what somebody wrote. */
final class Redaction {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/#-]{0,119}");
    private static final int FRAMES = 40;

    private Redaction() {}

    /** The text if it has the form of an id, else only its length; a log line cannot be forged with it. */
    static String id(@Nullable String text) {
        if (text == null) {
            return "none";
        }
        return ID.matcher(text).matches() ? text : "[" + text.length() + " characters]";
    }

    /** The classes and code lines of an error and its causes, without their messages, which may quote what was sent. */
    static String trace(Throwable error) {
        StringBuilder trace = new StringBuilder();
        int depth = 0;
        for (Throwable cause = error; cause != null && depth < 8; cause = cause.getCause(), depth++) {
            trace.append(depth == 0 ? "" : "\ncaused by ")
                    .append(cause.getClass().getName())
                    .append(Arrays.stream(cause.getStackTrace())
                            .limit(FRAMES)
                            .map(frame -> "\n    at " + frame)
                            .collect(Collectors.joining()));
        }
        return trace.toString();
    }
}
