package org.holdfast.local.store;

/**
 * A store that can be used now.
 *
 * @param uri where clients connect
 * @param kind what it is, in words to be shown
 * @param end ends what was started for it
 */
public record RunningStore(String uri, String kind, End end) implements AutoCloseable {

    /** Ends a store without complaint. */
    @FunctionalInterface
    public interface End extends AutoCloseable {
        @Override
        void close();
    }

    RunningStore(String uri, String kind, TrialStore store) {
        this(uri, kind, store::close);
    }

    RunningStore(String uri, String kind, MongodProcess process) {
        this(uri, kind, process::close);
    }

    @Override
    public void close() {
        end.close();
    }
}
