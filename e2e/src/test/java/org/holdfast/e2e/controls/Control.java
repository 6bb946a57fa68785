package org.holdfast.e2e.controls;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A control of the hazard log, and how the product looks without it.
 *
 * @param name its place in the file of its hazard, such as {@code H03-2}
 * @param control in the words of the hazard log
 * @param file the file in which it is, from the project's folder
 * @param replace the text of that file that is the control; it stands there once, and its white space does not matter
 * @param by what stands there when the control is gone
 * @param tests those that must fail then
 */
record Control(String name, String control, Path file, String replace, String by, List<NamedTest> tests) {

    String hazard() {
        return name.substring(0, 3);
    }

    /** The module it is in. */
    String module() {
        return file.getName(0).toString();
    }

    /** How often the text that is the control stands in this one, however the lines are broken. */
    int times(String text) {
        return (int) pattern().matcher(text).results().count();
    }

    /** This text without the control. */
    String takenFrom(String text) {
        if (times(text) != 1) {
            throw new IllegalStateException(
                    name + ": what it replaces stands " + times(text) + " times, not once, in " + file);
        }
        return pattern().matcher(text).replaceFirst(Matcher.quoteReplacement(by));
    }

    private Pattern pattern() {
        return Pattern.compile(
                Stream.of(replace.strip().split("\\s+")).map(Pattern::quote).collect(Collectors.joining("\\s+")));
    }
}
