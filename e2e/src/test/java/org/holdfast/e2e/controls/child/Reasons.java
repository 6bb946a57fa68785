package org.holdfast.e2e.controls.child;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells a test that missed a control from one that met broken code. */
final class Reasons {

    private static final int LONG = 300;
    private static final Pattern NOT_BEGUN =
            Pattern.compile("ApplicationContext|Failed to create driver|for [A-Z]+ to be up");

    private Reasons() {}

    /** Its first words, on one line. */
    static String of(Throwable failure) {
        String said = failure.toString().replaceAll("\\s+", " ").strip();
        return said.length() > LONG ? said.substring(0, LONG) + "..." : said;
    }

    /** Classes that do not fit together, or a service or a browser that does not start, say nothing of a control. */
    static boolean proveNothing(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> cause instanceof LinkageError
                        || NOT_BEGUN.matcher(String.valueOf(cause.getMessage())).find());
    }
}
