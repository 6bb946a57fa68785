package org.holdfast.local;

import org.holdfast.local.stack.Progress;
import org.holdfast.local.stack.Stack;
import org.jspecify.annotations.Nullable;

/** Ends the stack in order when the process is asked to end, also when that happens while it is still starting. */
final class Ending {

    private final Progress progress;
    private volatile @Nullable Stack stack;
    private volatile boolean asked;

    Ending(Progress progress) {
        this.progress = progress;
    }

    /** What is to be ended; known before it begins to start. */
    void holds(Stack starting) {
        this.stack = starting;
    }

    /** The start failed, and what had begun was ended and told. */
    void holdsNothing() {
        this.stack = null;
    }

    /** Whether it was asked to end. */
    boolean asked() {
        return asked;
    }

    void run() {
        asked = true;
        Stack held = stack;
        if (held != null) {
            progress.say("ending");
            held.close();
            progress.say("everything has ended");
        }
    }
}
