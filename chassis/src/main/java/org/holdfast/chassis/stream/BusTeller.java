package org.holdfast.chassis.stream;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.holdfast.chassis.journal.Teller;
import org.holdfast.chassis.journal.Untold;
import org.holdfast.chassis.trace.Spans;
import org.holdfast.chassis.trace.Step;
import org.springframework.cloud.stream.binder.ProducerProperties;
import org.springframework.cloud.stream.config.BindingProperties;
import org.springframework.cloud.stream.config.BindingServiceProperties;
import org.springframework.cloud.stream.function.StreamBridge;

/** Tells by Spring Cloud Stream; returns after the broker's acknowledgement, because its producers are synchronous. */
final class BusTeller implements Teller {

    private final StreamBridge bridge;
    private final BindingServiceProperties bindings;
    private final EventWire wire;
    private final Clock clock;
    private final Spans spans;
    private final Map<String, String> bound = new ConcurrentHashMap<>();

    BusTeller(StreamBridge bridge, BindingServiceProperties bindings, EventWire wire, Clock clock, Spans spans) {
        this.bridge = bridge;
        this.bindings = bindings;
        this.wire = wire;
        this.clock = clock;
        this.spans = spans;
    }

    @Override
    public void tell(Untold message) {
        Step step = spans.telling(message.topic(), message.type(), message.retold(), message.trace());
        try {
            send(message, step);
            step.end("told");
        } catch (RuntimeException e) {
            step.failed(e);
            throw e;
        }
    }

    private void send(Untold message, Step step) {
        String binding = bound.computeIfAbsent(message.topic(), this::bind);
        if (!bridge.send(binding, wire.encode(message, step.trace(), clock.instant()))) {
            throw new IllegalStateException("The bus did not take the message");
        }
    }

    /** A binding of its own for each topic: no bean can have its name, and each has its own producer. */
    private String bind(String topic) {
        String name = "telling-" + topic;
        ProducerProperties producer = new ProducerProperties();
        producer.setUseNativeEncoding(true);
        BindingProperties binding = new BindingProperties();
        binding.setDestination(topic);
        binding.setProducer(producer);
        synchronized (bindings) {
            bindings.getBindings().putIfAbsent(name, binding);
        }
        return name;
    }
}
