package org.holdfast.e2e.fleet;

/** A process that a test may kill, pause and start anew. */
public final class Killable {

    private final Child child;
    private final Runnable awaitUp;

    Killable(Child child, Runnable awaitUp) {
        this.child = child;
        this.awaitUp = awaitUp;
    }

    /** Ends it with signal 9. */
    public void kill() {
        child.kill();
    }

    /** Starts it anew on the same data and waits until it is up. */
    public void restart() {
        child.restart();
        awaitUp.run();
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
