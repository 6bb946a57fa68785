package org.holdfast.chassis.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SpansTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String CALLER = "00-" + TRACE + "-b7ad6b7169203331-00";

    private final Kept kept = new Kept();
    private final SdkTracerProvider provider = SdkTracerProvider.builder()
            .addSpanProcessor(SimpleSpanProcessor.create(kept))
            .build();
    private final Spans spans = new Spans(provider.get("test"));

    @AfterEach
    void end() {
        provider.close();
    }

    @Test
    void oneStepIsUnderTheOther() {
        Step served = spans.serving("POST", CALLER);
        Step told = spans.telling("contacts", "type", false, served.trace());
        Step heard = spans.hearing("contacts", "type", false, told.trace());
        heard.end("heard");
        told.end("told");
        served.answered("POST", "/contacts", 201);

        assertThat(kept.spans).extracting(SpanData::getTraceId).containsOnly(TRACE);
        assertThat(kept.spans)
                .extracting(SpanData::getName)
                .containsExactly("hear contacts", "tell contacts", "POST /contacts");
        assertThat(kept.spans.get(0).getParentSpanId())
                .isEqualTo(kept.spans.get(1).getSpanId());
        assertThat(kept.spans.get(1).getParentSpanId())
                .isEqualTo(kept.spans.get(2).getSpanId());
    }

    @Test
    void aCallerCannotSwitchItOff() {
        Step step = spans.serving("POST", CALLER);
        step.answered("POST", "/contacts", 201);
        assertThat(step.trace()).startsWith("00-" + TRACE).endsWith("-01");
        assertThat(kept.spans).hasSize(1);
    }

    @Test
    void whatIsNoTraceBeginsOne() {
        for (String sent : List.of("", "Zoë Fjällström", "00-" + "0".repeat(32) + "-b7ad6b7169203331-01")) {
            Step step = spans.deciding("contact", sent);
            step.end("Done");
            assertThat(step.trace()).matches("00-(?!0{32})[0-9a-f]{32}-[0-9a-f]{16}-0[13]");
        }
        assertThat(kept.spans)
                .hasSize(3)
                .allSatisfy(span -> assertThat(span.getParentSpanId()).isEqualTo("0000000000000000"));
    }

    @Test
    void ofAnErrorOnlyItsKindIsSaid() {
        spans.delivering("email", null).failed(new IllegalStateException("the blue door"));
        assertThat(kept.spans.getFirst().toString())
                .contains("IllegalStateException")
                .doesNotContain("blue door");
    }

    @Test
    void switchedOffItHandsTheTraceOnAsItCame() {
        Step step = Spans.off().telling("contacts", "type", false, CALLER);
        step.end("told");
        assertThat(step.trace()).isEqualTo(CALLER);
        assertThat(Spans.off().hearing("contacts", "type", false, null).trace()).isNull();
        assertThat(Spans.off().on()).isFalse();
    }

    /** Keeps what would be sent. */
    private static final class Kept implements SpanExporter {

        private final List<SpanData> spans = new CopyOnWriteArrayList<>();

        @Override
        public CompletableResultCode export(Collection<SpanData> ended) {
            spans.addAll(ended);
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }
}
