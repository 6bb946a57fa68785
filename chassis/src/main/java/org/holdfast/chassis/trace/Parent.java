package org.holdfast.chassis.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/** Reads a W3C {@code traceparent} as the parent of a span, and writes a span as one. */
final class Parent {

    private static final int TRACE = 3;
    private static final int SPAN = 36;
    private static final int FLAGS = 53;
    private static final int LENGTH = 55;

    private Parent() {}

    /** What is not a trace context is no parent. */
    static Context of(@Nullable String traceparent) {
        if (traceparent == null || traceparent.length() != LENGTH) {
            return Context.root();
        }
        SpanContext parent = SpanContext.createFromRemoteParent(
                traceparent.substring(TRACE, SPAN - 1),
                traceparent.substring(SPAN, FLAGS - 1),
                TraceFlags.getSampled(),
                TraceState.getDefault());
        return parent.isValid() ? Context.root().with(Span.wrap(parent)) : Context.root();
    }

    static String written(SpanContext span) {
        return "00-" + span.getTraceId() + "-" + span.getSpanId() + "-"
                + span.getTraceFlags().asHex();
    }
}
