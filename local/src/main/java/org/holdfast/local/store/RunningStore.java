package org.holdfast.local.store;

/**
 * A store that can be used now.
 *
 * @param uri where clients connect
 * @param kind what it is, in words to be shown
 * @param trial whether it is the one that is built in, which does all work on one thread
 * @param end ends what was started for it
 */
public record RunningStore(String uri, String kind, boolean trial, End end) implements AutoCloseable {

    /** Ends a store without complaint. */
    @FunctionalInterface
    public interface End extends AutoCloseable {
        @Override
        void close();
    }

    @Override
    public void close() {
        end.close();
    }
}
