package org.holdfast.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** The schema is written first; the record says the same, component by component. */
class SchemasMatchRecordsTest {

    @ParameterizedTest
    @EnumSource(MessageType.class)
    void theRecordHasTheComponentsOfItsSchema(MessageType type) {
        JsonNode schema = SpecFiles.schema(type);

        assertThat(differences(type.message(), schema, schema.path("$defs"))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(MessageType.class)
    void everyObjectOfTheSchemaMayGrow(MessageType type) {
        JsonNode schema = SpecFiles.schema(type);
        List<JsonNode> objects = new ArrayList<>(List.of(schema));
        schema.path("$defs").forEach(objects::add);

        assertThat(objects).allSatisfy(object -> {
            assertThat(object.get("type").stringValue()).isEqualTo("object");
            assertThat(object.get("additionalProperties").booleanValue()).isTrue();
        });
        assertThat(schema.findValues("enum")).isEmpty();
        assertThat(schema.findValues("unevaluatedProperties")).isEmpty();
    }

    private static List<String> differences(Class<?> record, JsonNode object, JsonNode definitions) {
        List<String> found = new ArrayList<>();
        List<RecordComponent> components = List.of(record.getRecordComponents());
        List<String> names = components.stream().map(RecordComponent::getName).toList();
        if (!names.equals(List.copyOf(object.get("properties").propertyNames()))) {
            found.add(record.getSimpleName() + " has " + names + ", its schema "
                    + object.get("properties").propertyNames());
            return found;
        }
        List<String> needed = components.stream()
                .filter(component -> !nullable(component))
                .map(RecordComponent::getName)
                .toList();
        List<String> required = new ArrayList<>();
        object.get("required").forEach(name -> required.add(name.stringValue()));
        if (!needed.equals(required)) {
            found.add(record.getSimpleName() + " needs " + needed + ", its schema requires " + required);
        }
        components.forEach(
                component -> compare(component, object.get("properties").get(component.getName()), definitions, found));
        return found;
    }

    private static void compare(
            RecordComponent component, JsonNode property, JsonNode definitions, List<String> found) {
        String place = component.getDeclaringRecord().getSimpleName() + "." + component.getName();
        Class<?> inner = element(component);
        boolean list = component.getType() == List.class;
        JsonNode shape = list ? property.get("items") : property;
        String expected = jsonType(inner);
        if (expected.equals("object")) {
            String definition = reference(shape);
            if (!definition.equals(inner.getSimpleName())) {
                found.add(place + " is " + inner.getSimpleName() + ", in the schema " + definition);
            } else {
                found.addAll(differences(inner, definitions.get(definition), definitions));
            }
        }
        List<String> types = types(property);
        String outer = list ? "array" : expected;
        if (!types.contains(outer) || types.contains("null") != nullable(component)) {
            found.add(place + " is " + outer + ", in the schema " + types);
        }
        if (list && !expected.equals("object") && !types(shape).equals(List.of(expected))) {
            found.add(place + " holds " + expected + ", in the schema " + types(shape));
        }
        if (inner == Instant.class && !"date-time".equals(shape.path("format").asString())) {
            found.add(place + " is an instant without the format date-time");
        }
    }

    private static List<String> types(JsonNode property) {
        List<String> types = new ArrayList<>();
        if (property.has("$ref")) {
            types.add("object");
        }
        JsonNode type = property.path("type");
        if (type.isString()) {
            types.add(type.stringValue());
        }
        type.forEach(one -> types.add(one.stringValue()));
        property.path("anyOf").forEach(choice -> types.addAll(types(choice)));
        return types;
    }

    private static String reference(JsonNode shape) {
        JsonNode reference = shape.findValue("$ref");
        return reference == null ? "nothing" : reference.stringValue().replace("#/$defs/", "");
    }

    private static Class<?> element(RecordComponent component) {
        return component.getGenericType() instanceof ParameterizedType generic
                ? (Class<?>) generic.getActualTypeArguments()[0]
                : component.getType();
    }

    private static boolean nullable(RecordComponent component) {
        return Arrays.stream(component.getAnnotatedType().getAnnotations())
                .anyMatch(annotation -> annotation.annotationType() == Nullable.class);
    }

    private static String jsonType(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "String", "Instant" -> "string";
            case "long", "int", "Integer" -> "integer";
            case "Double" -> "number";
            case "boolean" -> "boolean";
            default -> "object";
        };
    }
}
