package org.holdfast.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.holdfast.contracts.SpecFiles.Example;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The check that tests of the whole stack put every record of every topic through. */
class WireCheckTest {

    static List<Example> examples() {
        return SpecFiles.examples();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void takesWhatTheSpecificationDescribes(Example example) {
        assertThat(WireCheck.faults(
                        example.type().topic().title(),
                        headers(example.type().type()),
                        bytes(example.json().toString())))
                .isEmpty();
    }

    @Test
    void findsAMissingHeader() {
        Map<String, String> headers = headers(MessageType.CASE_ERASED.type());
        headers.remove("ce_id");

        assertThat(faults("contacts", headers, "{\"caseId\":\"c\",\"at\":\"2026-11-22T21:00:00Z\"}"))
                .anyMatch(fault -> fault.contains("ce_id"));
    }

    @Test
    void findsWhatIsNotInTheSchema() {
        assertThat(faults("contacts", headers(MessageType.CASE_ERASED.type()), "{\"caseId\":7,\"at\":\"soon\"}"))
                .hasSize(2);
        assertThat(faults("contacts", headers(MessageType.CASE_ERASED.type()), "{"))
                .contains("the value is no JSON");
    }

    @Test
    void findsAMessageOnTheWrongTopicAndOneOfNoType() {
        assertThat(faults(
                        "urgent",
                        headers(MessageType.CASE_ERASED.type()),
                        "{\"caseId\":\"c\",\"at\":\"2026-11-22T21:00:00Z\"}"))
                .anyMatch(fault -> fault.contains("does not belong on urgent"));
        assertThat(faults("contacts", headers("org.holdfast.intake.gossip.v1"), "{}"))
                .isNotEmpty();
    }

    private static List<String> faults(String topic, Map<String, String> headers, String payload) {
        return WireCheck.faults(topic, headers, bytes(payload));
    }

    private static Map<String, String> headers(String type) {
        return new HashMap<>(Map.of(
                "ce_specversion", "1.0",
                "ce_id", "contact/01#1/0",
                "ce_source", "/holdfast/intake",
                "ce_type", type,
                "ce_time", "2026-11-22T21:00:00Z",
                "content-type", "application/json"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
