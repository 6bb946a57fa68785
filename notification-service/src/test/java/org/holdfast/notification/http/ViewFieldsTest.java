package org.holdfast.notification.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.holdfast.chassis.testkit.ApiSchemas;
import org.holdfast.notification.domain.alert.Delivery;
import org.holdfast.notification.store.AlertView;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What this service answers has the fields that its document names, and the console reads. */
class ViewFieldsTest {

    private static final ApiSchemas DOCUMENT = ApiSchemas.of("/openapi/notification.yaml");

    static Stream<Arguments> views() {
        return Stream.of(
                Arguments.of("Alert", AlertView.class),
                Arguments.of("Delivery", Delivery.class),
                Arguments.of("Happened", Happened.class),
                Arguments.of("Story", AlertRoutes.Story.class),
                Arguments.of("Answer", AlertRoutes.Answer.class),
                Arguments.of("OnCall", OnCallView.class),
                Arguments.of("Shift", org.holdfast.notification.domain.roster.Shift.class));
    }

    @ParameterizedTest
    @MethodSource("views")
    void hasTheFieldsThatTheDocumentNames(String schema, Class<?> view) {
        assertThat(ApiSchemas.written(view)).isNotEmpty().isEqualTo(DOCUMENT.described(schema));
    }
}
