package org.holdfast.local.stack;

import java.io.PrintStream;
import java.util.Locale;

/** Says what is being done, with the seconds since the beginning. */
public final class Progress {

    private final PrintStream out;
    private final long begun = System.nanoTime();

    public Progress(PrintStream out) {
        this.out = out;
    }

    /** One line. */
    public void say(String line) {
        out.printf(Locale.ROOT, "%6.1f s  %s%n", seconds(), line);
        out.flush();
    }

    /** Seconds since the beginning. */
    public double seconds() {
        return (System.nanoTime() - begun) / 1e9;
    }
}
