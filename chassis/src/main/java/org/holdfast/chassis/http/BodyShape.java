package org.holdfast.chassis.http;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Compares a JSON tree with a record: members nobody knows, members that are missing, text that is not text. */
final class BodyShape {

    private final List<Problem.Fault> faults = new ArrayList<>();

    private BodyShape() {}

    /** Everything that is wrong with the tree's members; types of values are left to the mapper. */
    static List<Problem.Fault> faults(JsonNode tree, Class<?> type) {
        BodyShape shape = new BodyShape();
        if (type.isRecord()) {
            shape.members(tree, type, "");
        }
        shape.values(tree, "");
        return shape.faults;
    }

    static String escaped(String member) {
        return member.replace("~", "~0").replace("/", "~1");
    }

    private void members(JsonNode tree, Class<?> type, String at) {
        if (!tree.isObject()) {
            faults.add(new Problem.Fault("wrong-type", "A JSON object is wanted here.", at));
            return;
        }
        RecordComponent[] components = type.getRecordComponents();
        Set<String> known =
                Arrays.stream(components).map(RecordComponent::getName).collect(Collectors.toSet());
        tree.propertyNames().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> faults.add(
                        new Problem.Fault("unknown-field", "This field is not known here.", at + "/" + escaped(name))));
        for (RecordComponent component : components) {
            JsonNode value = tree.get(component.getName());
            String pointer = at + "/" + escaped(component.getName());
            if (value != null && !value.isNull()) {
                value(value, component.getAnnotatedType(), pointer);
            } else if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                faults.add(new Problem.Fault("missing-field", "This field is required.", pointer));
            }
        }
    }

    private void value(JsonNode value, AnnotatedType type, String at) {
        Class<?> raw = raw(type.getType());
        if (raw.isRecord()) {
            members(value, raw, at);
        } else if (Temporal.class.isAssignableFrom(raw) && !value.isString()) {
            faults.add(new Problem.Fault("wrong-type", "A date or time is written as text here.", at));
        } else if (type instanceof AnnotatedParameterizedType generic) {
            AnnotatedType[] arguments = generic.getAnnotatedActualTypeArguments();
            if (Collection.class.isAssignableFrom(raw) && value.isArray()) {
                for (int i = 0; i < value.size(); i++) {
                    element(value.get(i), arguments[0], at + "/" + i);
                }
            } else if (Map.class.isAssignableFrom(raw) && value.isObject()) {
                value.properties()
                        .forEach(member ->
                                element(member.getValue(), arguments[1], at + "/" + escaped(member.getKey())));
            }
        }
    }

    private void element(JsonNode value, AnnotatedType type, String at) {
        if (!value.isNull()) {
            value(value, type, at);
        } else if (!type.isAnnotationPresent(Nullable.class)) {
            faults.add(new Problem.Fault("missing-field", "Null cannot stand here.", at));
        }
    }

    /** Values that would not survive: text with half a character, numbers beyond what a machine holds. */
    private void values(JsonNode value, String at) {
        if (value.isString() && !wellFormed(value.stringValue())) {
            faults.add(new Problem.Fault("invalid-value", "This text holds half a character or a NUL.", at));
        } else if (value.isNumber() && !Double.isFinite(value.decimalValue().doubleValue())) {
            faults.add(new Problem.Fault("invalid-value", "This number is out of range.", at));
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                values(value.get(i), at + "/" + i);
            }
        } else if (value.isObject()) {
            value.properties().forEach(member -> values(member.getValue(), at + "/" + escaped(member.getKey())));
        }
    }

    private static boolean wellFormed(String text) {
        return text.codePoints().noneMatch(point -> point == 0 || (point >= 0xD800 && point <= 0xDFFF));
    }

    private static Class<?> raw(Type type) {
        return switch (type) {
            case Class<?> simple -> simple;
            case ParameterizedType generic -> (Class<?>) generic.getRawType();
            default -> Object.class;
        };
    }
}
