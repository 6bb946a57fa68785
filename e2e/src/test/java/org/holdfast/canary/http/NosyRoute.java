package org.holdfast.canary.http;

import com.mongodb.reactivestreams.client.MongoClient;
import org.holdfast.canary.stream.Listener;
import org.holdfast.contracts.MessageType;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.cloud.stream.function.StreamBridge;
import reactor.core.publisher.Mono;

/** Must be caught: a route that knows the bus, a contract and the driver, waits, and has its needs injected. */
public class NosyRoute {
    @Autowired
    Listener listener;

    MongoClient client;
    MessageType type;
    StreamBridge bridge;

    NosyRoute(int one, int two, int three, int four, int five, int six, int seven) {}

    Object now() {
        return Mono.just(1).block();
    }
}
