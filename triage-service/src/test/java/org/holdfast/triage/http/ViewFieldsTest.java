package org.holdfast.triage.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.holdfast.chassis.testkit.ApiSchemas;
import org.holdfast.triage.store.QueueEntry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What this service answers has the fields that its document names, and the console reads. */
class ViewFieldsTest {

    private static final ApiSchemas DOCUMENT = ApiSchemas.of("/openapi/triage.yaml");

    static Stream<Arguments> views() {
        return Stream.of(
                Arguments.of("Assessment", AssessmentView.class),
                Arguments.of("Why", AssessmentView.Why.class),
                Arguments.of("Protocol", ProtocolView.class),
                Arguments.of("Protocol/items", ProtocolView.ItemView.class),
                Arguments.of("Waiting", QueueEntry.class));
    }

    @ParameterizedTest
    @MethodSource("views")
    void hasTheFieldsThatTheDocumentNames(String schema, Class<?> view) {
        assertThat(ApiSchemas.written(view)).isNotEmpty().isEqualTo(DOCUMENT.described(schema));
    }
}
