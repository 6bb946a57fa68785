package org.holdfast.chassis.stream;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.holdfast.chassis.journal.Journals;
import org.holdfast.chassis.journal.Shapes;
import org.holdfast.chassis.journal.Tell;
import org.holdfast.chassis.journal.Teller;
import org.holdfast.chassis.observe.Sampled;
import org.holdfast.chassis.trace.Spans;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.cloud.stream.binder.kafka.support.ConsumerConfigCustomizer;
import org.springframework.cloud.stream.config.BindingServiceProperties;
import org.springframework.cloud.stream.config.ListenerContainerCustomizer;
import org.springframework.cloud.stream.function.StreamBridge;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.ContainerProperties.AckMode;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.support.KafkaHeaderMapper;
import org.springframework.kafka.support.SimpleKafkaHeaderMapper;
import org.springframework.util.backoff.FixedBackOff;
import reactor.core.publisher.Mono;

/** Wires telling and hearing over the binder. */
@Configuration(proxyBeanMethods = false)
class StreamWiring {

    private static final long PAUSE_MILLIS = 1_000;
    private static final int ACKNOWLEDGED_TOGETHER = 100;
    private static final long ACKNOWLEDGED_AFTER_MILLIS = 250;
    private static final long ASKED_EVERY_MILLIS = 500;
    private static final int HEARTBEAT_MILLIS = 2_000;

    @Bean
    EventWire eventWire(MessageTable table, ServiceName service, Shapes shapes) {
        return new EventWire(table, service, shapes);
    }

    @Bean
    @ConditionalOnMissingBean(Teller.class)
    BusTeller teller(StreamBridge bridge, BindingServiceProperties bindings, EventWire wire, Clock clock, Spans spans) {
        return new BusTeller(bridge, bindings, wire, clock, spans);
    }

    @Bean
    DeadLetters deadLetters(
            MongoDatabase database,
            Clock clock,
            ObjectProvider<UrgentLetterTelling> telling,
            ObjectProvider<Journals> journals) {
        return new DeadLetters(database, clock, letter -> {
            List<Tell> tells =
                    telling.stream().flatMap(one -> one.tell(letter).stream()).toList();
            return tells.isEmpty() ? Mono.empty() : journals.getObject().tellOnce("dead-letter/" + letter.id(), tells);
        });
    }

    @Bean
    Consuming consuming(EventWire wire, DeadLetters letters, MeterRegistry meters, Spans spans) {
        return new Consuming(wire, letters, meters, spans);
    }

    /** What is thrown up to the container is a dependency that is down: the record is read again until it is handled. */
    @Bean
    ListenerContainerCustomizer<AbstractMessageListenerContainer<?, ?>> patience(Consuming consuming) {
        return (container, destination, group) -> {
            DefaultErrorHandler handler =
                    new DefaultErrorHandler(new FixedBackOff(PAUSE_MILLIS, FixedBackOff.UNLIMITED_ATTEMPTS));
            handler.setClassifications(java.util.Map.of(), true);
            handler.setLogLevel(KafkaException.Level.DEBUG);
            container.setCommonErrorHandler(handler);
            if (consuming.givesWay(destination)) {
                yielding(container.getContainerProperties());
            }
        };
    }

    /**
     * A topic from which no page for a known A or B comes says how far it was heard now and then, not for each record: what is heard
     * again after a kill is known by its id and changes nothing.
     */
    private static void yielding(ContainerProperties hearing) {
        hearing.setAckMode(AckMode.COUNT_TIME);
        hearing.setAckCount(ACKNOWLEDGED_TOGETHER);
        hearing.setAckTime(ACKNOWLEDGED_AFTER_MILLIS);
        hearing.setPollTimeout(ASKED_EVERY_MILLIS);
    }

    /**
     * Each topic has a group of its own, so that a routine topic that changes hands never halts an urgent one. As many hands as
     * partitions hear it: one that has two would let a record of the one wait until it is told that the other is empty.
     */
    @Bean
    ConsumerConfigCustomizer groupForEachTopic(ServiceName service, Consuming consuming) {
        return (properties, binding, topic) -> {
            properties.put(ConsumerConfig.GROUP_ID_CONFIG, service.groupOn(topic));
            if (consuming.givesWay(topic)) {
                properties.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, HEARTBEAT_MILLIS);
            }
        };
    }

    /** Asked only where messages really go to the broker. */
    @Bean
    @ConditionalOnBean(BusTeller.class)
    BrokerHealth brokerHealthIndicator(Environment environment) {
        return new BrokerHealth(environment);
    }

    /** How far the service is behind on the topics that it hears. */
    @Bean
    @ConditionalOnBean(BusTeller.class)
    Sampled behindMeters(BrokerHealth broker, ServiceName service, Consuming consuming) {
        Behind behind = new Behind(broker.admin(), service);
        return new Sampled("holdfast.consuming.lag", "topic", consuming::topics, () -> behind.on(consuming.topics()));
    }

    /** Headers stay the bytes that they are on the wire. */
    @Bean
    KafkaHeaderMapper plainHeaders() {
        return new SimpleKafkaHeaderMapper();
    }
}
