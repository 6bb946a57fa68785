package org.holdfast.chassis.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import org.jspecify.annotations.Nullable;

/** One step of a trace, from its beginning to its end; without a collector it only hands the trace on. */
public final class Step {

    private static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("holdfast.outcome");
    private static final AttributeKey<String> ERROR = AttributeKey.stringKey("error.type");
    private static final AttributeKey<String> ROUTE = AttributeKey.stringKey("http.route");
    private static final AttributeKey<Long> STATUS = AttributeKey.longKey("http.response.status_code");
    private static final int BROKEN = 500;

    private final @Nullable Span span;
    private final @Nullable String trace;

    Step(@Nullable Span span, @Nullable String trace) {
        this.span = span;
        this.trace = span == null ? trace : Parent.written(span.getSpanContext());
    }

    /** The trace context for what follows from this step. */
    public @Nullable String trace() {
        return trace;
    }

    /** It ended; {@code outcome} is a word of the code, never of a person. */
    public void end(String outcome) {
        if (span != null) {
            span.setAttribute(OUTCOME, outcome).end();
        }
    }

    /** It failed; of the error only its kind is said. */
    public void failed(Throwable error) {
        if (span != null) {
            span.setAttribute(ERROR, error.getClass().getSimpleName())
                    .setStatus(StatusCode.ERROR)
                    .end();
        }
    }

    /**
     * A request was answered.
     *
     * @param route the declared pattern of its route, or {@code unmatched}
     */
    public void answered(String method, String route, int status) {
        if (span != null) {
            span.updateName(method + " " + route).setAttribute(ROUTE, route).setAttribute(STATUS, (long) status);
            (status < BROKEN ? span : span.setStatus(StatusCode.ERROR)).end();
        }
    }
}
