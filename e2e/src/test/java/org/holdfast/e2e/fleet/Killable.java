package org.holdfast.e2e.fleet;

import java.util.function.IntConsumer;
import org.holdfast.e2e.Eventually;
import org.jspecify.annotations.Nullable;

/** A process that a test may kill, pause and start anew. */
public final class Killable {

    private final Child child;
    private final IntConsumer awaitUp;

    Killable(Child child, Runnable awaitUp) {
        this(child, printed -> awaitUp.run());
    }

    private Killable(Child child, IntConsumer awaitUp) {
        this.child = child;
        this.awaitUp = awaitUp;
    }

    /** Up when it prints the line once more; fails for a process that is not this stack's. */
    static Killable of(@Nullable Child child, String ready) {
        if (child == null) {
            throw new IllegalStateException("It was there already, and is not this stack's to kill");
        }
        return new Killable(
                child,
                before -> Eventually.get(ready, Fleet.START, child::printed, text -> text.indexOf(ready, before) >= 0));
    }

    /** Ends it with signal 9. */
    public void kill() {
        child.kill();
    }

    /** Starts it anew on the same data and waits until it is up. */
    public void restart() {
        int before = child.printed().length();
        child.restart();
        awaitUp.accept(before);
    }

    /** Keeps it from running without ending it. */
    public void pause() {
        child.pause();
    }

    /** Lets it run again. */
    public void resume() {
        child.resume();
    }

    /** What it printed. */
    public String printed() {
        return child.printed();
    }
}
