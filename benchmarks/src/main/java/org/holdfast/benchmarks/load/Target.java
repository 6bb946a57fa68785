package org.holdfast.benchmarks.load;

import java.util.concurrent.CompletableFuture;

/** What takes contacts: the stack, or the floor under it. */
public interface Target {

    /** Opens one; answers with the id of the page that it leads to, when it is urgent. Fails if it was not taken. */
    CompletableFuture<String> open(Kind kind);

    /** A number that changes while anything of what was opened is still under way. */
    Progress progress();

    /**
     * How far the work is.
     *
     * @param left what is known to be undone
     * @param done grows with every piece of work
     */
    record Progress(long left, long done) {}
}
