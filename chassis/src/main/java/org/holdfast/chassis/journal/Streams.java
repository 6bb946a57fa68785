package org.holdfast.chassis.journal;

import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** What every kind of stream of one service shares. */
record Streams(Journal journal, Relay relay, Deadlines deadlines, Archiving archiving, Shapes shapes, Chain chain) {

    Clock clock() {
        return deadlines.clock();
    }

    /** The message as it waits to be told. */
    Untold untold(Tell tell, String id, @Nullable String trace, boolean retold) {
        String data = shapes.write(tell.message().getClass(), tell.message());
        return new Untold(id, tell.type(), tell.topic(), tell.lane(), tell.key(), data, trace, retold);
    }
}
