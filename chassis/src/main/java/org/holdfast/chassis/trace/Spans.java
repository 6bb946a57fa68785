package org.holdfast.chassis.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import org.jspecify.annotations.Nullable;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * Says in spans what the service does, where a collector is named, and nothing else: every word of a span is fixed here, so
 * that no id, answer or text can get into one. Where none is named, the trace is handed on as it came.
 */
public final class Spans {

    private static final AttributeKey<String> METHOD = AttributeKey.stringKey("http.request.method");
    private static final AttributeKey<String> SYSTEM = AttributeKey.stringKey("messaging.system");
    private static final AttributeKey<String> TOPIC = AttributeKey.stringKey("messaging.destination.name");
    private static final AttributeKey<String> OPERATION = AttributeKey.stringKey("messaging.operation.type");
    private static final AttributeKey<String> TYPE = AttributeKey.stringKey("holdfast.message.type");
    private static final AttributeKey<Boolean> RETOLD = AttributeKey.booleanKey("holdfast.retold");
    private static final AttributeKey<String> KIND = AttributeKey.stringKey("holdfast.stream.kind");
    private static final AttributeKey<String> CHANNEL = AttributeKey.stringKey("holdfast.channel");

    private final @Nullable Tracer tracer;

    Spans(@Nullable Tracer tracer) {
        this.tracer = tracer;
    }

    /** Says nothing. */
    public static Spans off() {
        return new Spans(null);
    }

    /** Whether anything is said: where not, work need not be wrapped at all. */
    public boolean on() {
        return tracer != null;
    }

    /** A request is answered; {@code method} is one of HTTP's own. */
    public Step serving(String method, @Nullable String trace) {
        return begin(SpanKind.SERVER, method, trace, span -> span.setAttribute(METHOD, method));
    }

    /** A decision is made and written; {@code kind} is the first part of the stream's name. */
    public Step deciding(String kind, @Nullable String trace) {
        return begin(SpanKind.INTERNAL, "decide " + kind, trace, span -> span.setAttribute(KIND, kind));
    }

    /** A message is told to the bus. */
    public Step telling(String topic, String type, boolean retold, @Nullable String trace) {
        return begin(SpanKind.PRODUCER, "tell " + topic, trace, span -> {
            message(span, topic, type).setAttribute(OPERATION, "send").setAttribute(RETOLD, retold);
        });
    }

    /** A message of a known type is heard. */
    public Step hearing(String topic, String type, boolean retold, @Nullable String trace) {
        return begin(SpanKind.CONSUMER, "hear " + topic, trace, span -> {
            message(span, topic, type).setAttribute(OPERATION, "process").setAttribute(RETOLD, retold);
        });
    }

    /** Something is tried to be delivered to a person outside; {@code channel} says how. */
    public Step delivering(String channel, @Nullable String trace) {
        return begin(SpanKind.CLIENT, "deliver by " + channel, trace, span -> span.setAttribute(CHANNEL, channel));
    }

    /** The context in which what follows a decision knows the decision's trace. */
    public static Context within(@Nullable String trace) {
        return trace == null ? Context.empty() : Context.of(Spans.class, trace);
    }

    /** The trace of the decision that this follows, if it has one. */
    public static @Nullable String traceOf(ContextView context) {
        return context.getOrDefault(Spans.class, null);
    }

    private interface Words {
        void on(SpanBuilder span);
    }

    private Step begin(SpanKind kind, String name, @Nullable String trace, Words words) {
        Tracer known = tracer;
        if (known == null) {
            return new Step(null, trace);
        }
        SpanBuilder span = known.spanBuilder(name).setSpanKind(kind).setParent(Parent.of(trace));
        words.on(span);
        return new Step(span.startSpan(), trace);
    }

    private static SpanBuilder message(SpanBuilder span, String topic, String type) {
        return span.setAttribute(SYSTEM, "kafka").setAttribute(TOPIC, topic).setAttribute(TYPE, type);
    }
}
