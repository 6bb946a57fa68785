package org.holdfast.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.holdfast.contracts.SpecFiles.Example;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The golden examples: what a message looks like, for readers of every language and every version. */
class ExamplesTest {

    private static final Pattern CODE_OR_ID = Pattern.compile("[A-Za-z0-9._:/#*-]{1,80}");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()-]{8,}[0-9]");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}.*");

    static List<Example> examples() {
        return SpecFiles.examples();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void satisfiesItsSchema(Example example) {
        assertThat(Schemas.faults(SpecFiles.schema(example.type()), example.json()))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void isReadIntoItsRecordAndWrittenBackUnchanged(Example example) {
        BusMessage read =
                SpecFiles.JSON.treeToValue(example.json(), example.type().message());

        String written = SpecFiles.JSON.writeValueAsString(read);

        assertThat(SpecFiles.JSON.readTree(written)).isEqualTo(example.json());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void passesOverWhatItDoesNotKnow(Example example) {
        ObjectNode newer = withUnknownFields(example.json());

        assertThat(Schemas.faults(SpecFiles.schema(example.type()), newer)).isEmpty();
        assertThat((Object) SpecFiles.JSON.treeToValue(newer, example.type().message()))
                .isEqualTo(SpecFiles.JSON.treeToValue(
                        example.json(), example.type().message()));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void holdsNoFreeTextAndNoNumberToCall(Example example) {
        assertThat(personal(example.json(), "")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void isNotValidWithoutAnyOneOfItsRequiredFields(Example example) {
        JsonNode schema = SpecFiles.schema(example.type());
        for (JsonNode required : schema.get("required")) {
            ObjectNode poorer = ((ObjectNode) example.json()).deepCopy();
            poorer.remove(required.stringValue());
            assertThat(Schemas.faults(schema, poorer))
                    .as(required.stringValue())
                    .isNotEmpty();
        }
    }

    @Test
    void anInstantThatIsNoneIsAFault() {
        Example erased = exampleOf(MessageType.CASE_ERASED);
        ObjectNode wrong = ((ObjectNode) erased.json()).deepCopy().put("at", "yesterday");

        assertThat(Schemas.faults(SpecFiles.schema(erased.type()), wrong)).isNotEmpty();
        assertThatThrownBy(() -> SpecFiles.JSON.treeToValue(wrong, erased.type().message()))
                .isInstanceOf(JacksonException.class);
    }

    @Test
    void aCodeThatNobodyKnowsYetIsValid() {
        Example urgent = exampleOf(MessageType.URGENT_CODE_REACHED);
        ObjectNode newer = ((ObjectNode) urgent.json()).deepCopy().put("code", "AA");

        assertThat(Schemas.faults(SpecFiles.schema(urgent.type()), newer)).isEmpty();
        assertThat(SpecFiles.JSON.treeToValue(newer, urgent.type().message()).toString())
                .contains("AA");
    }

    @Test
    void findsFreeTextWhereItStands() {
        JsonNode leaking = SpecFiles.JSON.readTree(
                "{\"a\":\"she said it\",\"b\":\"+1 410 555 0100\",\"c\":{\"mail\":\"x@example.org\"},\"d\":\"YES\"}");

        assertThat(personal(leaking, "").keySet()).containsExactlyInAnyOrder("/a", "/b", "/c/mail");
    }

    private static Example exampleOf(MessageType type) {
        return SpecFiles.examples().stream()
                .filter(example -> example.type() == type)
                .findFirst()
                .orElseThrow();
    }

    private static ObjectNode withUnknownFields(JsonNode json) {
        ObjectNode copy = ((ObjectNode) json).deepCopy();
        copy.properties().forEach(field -> {
            if (field.getValue() instanceof ObjectNode inner) {
                inner.put("addedLater", 1);
            }
            field.getValue().forEach(element -> {
                if (element instanceof ObjectNode inner) {
                    inner.put("addedLater", "X");
                }
            });
        });
        return copy.put("addedLater", "X");
    }

    /** Strings that are neither code, id nor date, by their place; only the citation of a rule is text. */
    private static Map<String, String> personal(JsonNode node, String at) {
        Map<String, String> found = new java.util.TreeMap<>();
        if (node.isString() && !at.endsWith("/source")) {
            String value = node.stringValue();
            boolean date = DATE.matcher(value).matches();
            if (!CODE_OR_ID.matcher(value).matches()
                    || (!date && PHONE.matcher(value).matches())) {
                found.put(at, value);
            }
        }
        node.properties().forEach(field -> found.putAll(personal(field.getValue(), at + "/" + field.getKey())));
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                found.putAll(personal(node.get(i), at + "/" + i));
            }
        }
        return found;
    }
}
