package org.holdfast.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.holdfast.contracts.SpecFiles.Example;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What was published once is kept: services of two versions talk to each other while a helpline updates. */
class SchemasOnlyGrowTest {

    private static final String CONTACT = MessageType.CONTACT_RECORDED.type();

    static List<String> publishedTypes() {
        return SpecFiles.publishedTypes();
    }

    static List<Example> publishedExamples() {
        return SpecFiles.publishedExamples();
    }

    @Test
    void everyTypeThatIsSpokenWasPublished() {
        assertThat(SpecFiles.publishedTypes())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(MessageType.values())
                        .map(MessageType::type)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("publishedTypes")
    void onlyGrewSinceItWasPublished(String type) {
        JsonNode current = SpecFiles.schema(MessageType.of(type).orElseThrow());

        assertThat(Growth.breaks(SpecFiles.publishedSchema(type), current)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("publishedExamples")
    void whatWasToldByTheFirstVersionIsStillUnderstood(Example example) {
        assertThat(Schemas.faults(SpecFiles.schema(example.type()), example.json()))
                .isEmpty();
        assertThat((Object) SpecFiles.JSON.treeToValue(
                        example.json(), example.type().message()))
                .isNotNull();
    }

    static Stream<Arguments> breaking() {
        return Stream.of(
                change("a property that went away", schema -> properties(schema).remove("language"), "language"),
                change(
                        "a property that went away further in",
                        schema -> properties(schema.path("$defs").path("Place")).remove("area"),
                        "area"),
                change("a new required property", schema -> require(schema, "urgency"), "urgency"),
                change(
                        "a promise that was dropped",
                        schema -> ((ArrayNode) schema.get("required")).remove(0),
                        "contactId"),
                change("another type", schema -> property(schema, "version").put("type", "string"), "type"),
                change(
                        "another type further in",
                        schema -> property(schema.path("$defs").path("HeldValue"), "version")
                                .put("type", "number"),
                        "type"),
                change(
                        "another type of element",
                        schema -> ((ObjectNode) property(schema, "needs").get("items")).put("type", "integer"),
                        "type"),
                change(
                        "an enumeration that was closed",
                        schema -> property(schema, "channel").putArray("enum").add("PHONE"),
                        "enum"),
                change("a narrower limit", schema -> property(schema, "version").put("minimum", 2), "minimum"),
                change("another format", schema -> property(schema, "at").put("format", "date"), "format"),
                change(
                        "an object that may not grow",
                        schema -> schema.put("additionalProperties", false),
                        "additional"),
                change(
                        "a value that may no longer be missing",
                        schema -> ((ArrayNode) property(schema, "place").get("anyOf")).remove(1),
                        "anyOf"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("breaking")
    void theComparisonFindsWhatBreaksAReader(String what, Consumer<ObjectNode> change, String expected) {
        ObjectNode changed = (ObjectNode) SpecFiles.publishedSchema(CONTACT);
        change.accept(changed);

        assertThat(Growth.breaks(SpecFiles.publishedSchema(CONTACT), changed))
                .isNotEmpty()
                .anyMatch(found -> found.contains(expected));
    }

    @Test
    void theComparisonLetsASchemaGrow() {
        ObjectNode grown = (ObjectNode) SpecFiles.publishedSchema(CONTACT);
        properties(grown)
                .putObject("callbackWanted")
                .putArray("type")
                .add("string")
                .add("null");
        property(grown, "channel").put("description", "better said");
        ((ArrayNode) property(grown, "channel").get("examples")).add("LETTER");

        assertThat(Growth.breaks(SpecFiles.publishedSchema(CONTACT), grown)).isEmpty();
    }

    private static Arguments change(String what, Consumer<ObjectNode> change, String expected) {
        return Arguments.of(what, change, expected);
    }

    private static void require(ObjectNode schema, String name) {
        properties(schema).putObject(name).put("type", "string");
        ((ArrayNode) schema.get("required")).add(name);
    }

    private static ObjectNode properties(JsonNode object) {
        return (ObjectNode) object.get("properties");
    }

    private static ObjectNode property(JsonNode object, String name) {
        return (ObjectNode) object.get("properties").get(name);
    }
}
