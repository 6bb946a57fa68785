package org.holdfast.chassis.journal;

import java.time.Clock;
import org.holdfast.chassis.trace.Spans;
import org.jspecify.annotations.Nullable;

/** What every kind of stream of one service shares. */
record Streams(Journal journal, Relay relay, Deadlines deadlines, Archiving archiving, Chain chain, Spans spans) {

    private static final Shapes SHAPES = new Shapes();

    Shapes shapes() {
        return SHAPES;
    }

    Clock clock() {
        return deadlines.clock();
    }

    /** The message as it waits to be told. */
    Untold untold(Tell tell, String id, @Nullable String trace, boolean retold) {
        String data = SHAPES.write(tell.message().getClass(), tell.message());
        return new Untold(id, tell.type(), tell.topic(), tell.lane(), tell.key(), data, trace, retold);
    }
}
