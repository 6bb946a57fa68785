package org.holdfast.chassis.stream;

import java.time.Clock;
import org.holdfast.chassis.journal.Teller;
import org.holdfast.chassis.journal.Untold;
import org.springframework.cloud.stream.function.StreamBridge;

/** Tells by Spring Cloud Stream; returns after the broker's acknowledgement, because its producers are synchronous. */
final class BusTeller implements Teller {

    private final StreamBridge bridge;
    private final EventWire wire;
    private final Clock clock;

    BusTeller(StreamBridge bridge, EventWire wire, Clock clock) {
        this.bridge = bridge;
        this.wire = wire;
        this.clock = clock;
    }

    @Override
    public void tell(Untold message) {
        if (!bridge.send(message.topic(), wire.encode(message, clock.instant()))) {
            throw new IllegalStateException("The bus did not take the message");
        }
    }
}
