package org.holdfast.notification.stream;

import java.time.Clock;
import org.holdfast.chassis.stream.Heard;
import org.holdfast.contracts.SafetyNetCalled;
import org.holdfast.notification.calling.Alerts;
import reactor.core.publisher.Mono;

/** Hears that a service could not read an urgent message: the safety net must look. */
public final class SafetyNetHeard {

    private final Alerts alerts;
    private final Clock clock;

    public SafetyNetHeard(Alerts alerts, Clock clock) {
        this.alerts = alerts;
        this.clock = clock;
    }

    /** Turns the message into a command. */
    public Mono<?> hear(Heard<?> heard) {
        return heard.message() instanceof SafetyNetCalled called
                ? alerts.callSafetyNet(called.service(), called.letter(), heard.cause(clock.instant()))
                : Mono.empty();
    }
}
