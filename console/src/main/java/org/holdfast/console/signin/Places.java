package org.holdfast.console.signin;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where somebody may be sent after signing in: pages of this console and nowhere else. */
final class Places {

    /** The attribute of a sign-in that holds it. */
    static final String WANTED = "wanted";

    private static final Pattern LOCAL =
            Pattern.compile("/(?:[A-Za-z0-9_-][A-Za-z0-9._~-]*(?:/[A-Za-z0-9_-][A-Za-z0-9._~-]*)*)?");

    private Places() {}

    /** The path, if it is one of ours; else the first page. */
    static String local(@Nullable Object path) {
        return path instanceof String text
                        && text.length() <= 200
                        && LOCAL.matcher(text).matches()
                ? text
                : "/";
    }
}
