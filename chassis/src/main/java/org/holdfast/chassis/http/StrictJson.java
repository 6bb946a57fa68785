package org.holdfast.chassis.http;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.ValueInstantiationException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/** JSON to records, without any leniency. */
final class StrictJson {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY,
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                    DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(
                    LogicalType.Textual,
                    text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .build();

    private StrictJson() {}

    static <T> Body<T> read(String text, Class<T> type) {
        JsonNode tree = tree(text);
        List<Problem.Fault> faults = BodyShape.faults(tree, type);
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        try {
            return new Body<>(JSON.treeToValue(tree, type), Digest.of("body", canonical(tree)));
        } catch (JacksonException wrong) {
            throw diagnosed(wrong);
        }
    }

    private static JsonNode tree(String text) {
        try {
            JsonNode tree = JSON.readTree(text);
            if (!tree.isMissingNode()) {
                return tree;
            }
        } catch (JacksonException malformed) {
            // answered below, without quoting what was sent
        }
        throw Problem.of(
                HttpStatus.BAD_REQUEST, "malformed-json", "The body is not one JSON value, or names a member twice.");
    }

    private static Problem diagnosed(JacksonException wrong) {
        String pointer = wrong.getPath().stream()
                .map(step -> "/"
                        + BodyShape.escaped(
                                step.getPropertyName() == null
                                        ? Integer.toString(step.getIndex())
                                        : step.getPropertyName()))
                .collect(Collectors.joining());
        if (wrong instanceof ValueInstantiationException && wrong.getCause() instanceof Problem own) {
            return own.pointer() == null ? own.at(pointer) : own.at(pointer + own.pointer());
        }
        boolean rightType = wrong instanceof ValueInstantiationException
                || wrong instanceof InvalidFormatException format && !scalar(format.getTargetType());
        return rightType
                ? Problem.invalid("invalid-value", "This value is not one that can stand here.", pointer)
                : Problem.invalid("wrong-type", "This value has the wrong type.", pointer);
    }

    private static boolean scalar(@Nullable Class<?> type) {
        return type != null
                && (type.isPrimitive()
                        || Number.class.isAssignableFrom(type)
                        || type == Boolean.class
                        || type == String.class);
    }

    /** The same text for the same content: members sorted, no white space, numbers in one form. */
    static String canonical(JsonNode node) {
        if (node.isObject()) {
            return node.properties().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(member -> JSON.writeValueAsString(member.getKey()) + ":" + canonical(member.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        if (node.isArray()) {
            return node.valueStream().map(StrictJson::canonical).collect(Collectors.joining(",", "[", "]"));
        }
        if (node.isNumber()) {
            return node.decimalValue().stripTrailingZeros().toString();
        }
        return node.toString();
    }
}
