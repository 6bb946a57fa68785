package org.holdfast.chassis.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import java.time.Duration;
import org.holdfast.chassis.ChassisSettings;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Sends spans to the collector that is named, from a thread of its own; what the collector does not take is dropped. */
@Configuration(proxyBeanMethods = false)
class TraceWiring {

    private static final Duration SEND_EVERY = Duration.ofSeconds(1);
    private static final Duration GIVE_UP_AFTER = Duration.ofSeconds(5);
    private static final int MOST_WAITING = 8_192;

    @Bean
    Collector traceCollector(ChassisSettings settings, Environment environment) {
        String endpoint = settings.traces().endpoint();
        return endpoint == null || endpoint.isBlank()
                ? new Collector(null)
                : new Collector(provider(endpoint, environment.getRequiredProperty("spring.application.name")));
    }

    @Bean
    Spans spans(Collector collector) {
        return collector.provider() == null
                ? Spans.off()
                : new Spans(collector.provider().get("org.holdfast"));
    }

    private static SdkTracerProvider provider(String endpoint, String service) {
        OtlpHttpSpanExporter exporter = OtlpHttpSpanExporter.builder()
                .setEndpoint(endpoint)
                .setTimeout(GIVE_UP_AFTER)
                .build();
        Attributes name = Attributes.of(
                AttributeKey.stringKey("service.name"),
                service,
                AttributeKey.stringKey("service.namespace"),
                "holdfast");
        return SdkTracerProvider.builder()
                .setResource(Resource.create(name))
                .addSpanProcessor(BatchSpanProcessor.builder(exporter)
                        .setScheduleDelay(SEND_EVERY)
                        .setMaxQueueSize(MOST_WAITING)
                        .build())
                .build();
    }

    /** What sends the spans, if anything does; the last ones leave when the service stops. */
    record Collector(@org.jspecify.annotations.Nullable SdkTracerProvider provider) implements DisposableBean {

        @Override
        public void destroy() {
            if (provider != null) {
                provider.close();
            }
        }
    }
}
