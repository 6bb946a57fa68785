package org.holdfast.triage.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads a JSON object strictly: a field that is missing, of another kind, or not known is an error that names its place. */
record JsonShape(String where, JsonNode node) {

    JsonShape {
        if (!node.isObject()) {
            throw new IllegalArgumentException(where + " must be an object");
        }
    }

    JsonShape only(String... known) {
        Set<String> allowed = Set.of(known);
        for (String name : node.propertyNames()) {
            if (!allowed.contains(name)) {
                throw new IllegalArgumentException(where + " has an unknown field: " + name);
            }
        }
        return this;
    }

    boolean has(String field) {
        return node.has(field);
    }

    String text(String field) {
        JsonNode value = node.get(field);
        if (value == null || !value.isString() || value.stringValue().isBlank()) {
            throw new IllegalArgumentException(where + " needs text: " + field);
        }
        return value.stringValue();
    }

    @Nullable
    String textOrNull(String field) {
        return node.has(field) ? text(field) : null;
    }

    int integer(String field) {
        JsonNode value = node.get(field);
        if (value == null || !value.isInt()) {
            throw new IllegalArgumentException(where + " needs an integer: " + field);
        }
        return value.intValue();
    }

    List<JsonNode> list(String field) {
        JsonNode value = node.get(field);
        if (value == null || !value.isArray()) {
            throw new IllegalArgumentException(where + " needs a list: " + field);
        }
        return List.copyOf(value.values());
    }

    List<JsonNode> listOrEmpty(String field) {
        return node.has(field) ? list(field) : List.of();
    }

    List<String> texts(String field) {
        List<String> texts = new ArrayList<>();
        for (JsonNode value : list(field)) {
            if (!value.isString()) {
                throw new IllegalArgumentException(where + " needs a list of text: " + field);
            }
            texts.add(value.stringValue());
        }
        return List.copyOf(texts);
    }

    List<String> textsOrEmpty(String field) {
        return node.has(field) ? texts(field) : List.of();
    }

    JsonShape object(String field) {
        JsonNode value = node.get(field);
        if (value == null) {
            throw new IllegalArgumentException(where + " needs an object: " + field);
        }
        return new JsonShape(where + "/" + field, value);
    }
}
