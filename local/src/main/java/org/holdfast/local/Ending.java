package org.holdfast.local;

import org.holdfast.local.stack.Progress;
import org.holdfast.local.stack.Stack;
import org.jspecify.annotations.Nullable;

/** Ends the stack in order when the process is asked to end, also when that happens while it is still starting. */
final class Ending {

    private final Progress progress;
    private @Nullable Stack stack;

    Ending(Progress progress) {
        this.progress = progress;
    }

    synchronized void holds(Stack running) {
        this.stack = running;
    }

    synchronized void run() {
        if (stack != null) {
            progress.say("ending");
            stack.close();
            progress.say("everything has ended");
        }
    }
}
