package org.holdfast.chassis.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yaml.snakeyaml.Yaml;

/** The fields that the document of an API gives to what it answers, and those that the code gives to it, each with its kind in JSON. */
public final class ApiSchemas {

    private static final String OBJECT = "object";

    private final Map<String, Object> schemas;

    private ApiSchemas(Map<String, Object> schemas) {
        this.schemas = schemas;
    }

    /** Those of the document on the class path. */
    public static ApiSchemas of(String resource) {
        try (InputStream in = ApiSchemas.class.getResourceAsStream(resource)) {
            Map<String, Object> document = new Yaml().load(in);
            return new ApiSchemas(map(map(document.get("components")).get("schemas")));
        } catch (IOException e) {
            throw new IllegalStateException(resource, e);
        }
    }

    /** The fields of a schema, or of what its list of that name holds: {@code Protocol/items}. */
    public Map<String, String> described(String path) {
        String[] steps = path.split("/");
        Map<String, Object> schema = map(schemas.get(steps[0]));
        if (steps.length > 1) {
            schema = map(resolved(map(schema.get("properties")).get(steps[1])).get("items"));
        }
        Map<String, String> fields = new TreeMap<>();
        map(schema.get("properties")).forEach((name, property) -> fields.put(name, kind(resolved(property))));
        return fields;
    }

    /** The fields of a record as they are written in JSON. */
    public static Map<String, String> written(Class<?> type) {
        Map<String, String> fields = new TreeMap<>();
        Arrays.stream(type.getRecordComponents())
                .forEach((RecordComponent component) -> fields.put(component.getName(), kind(component.getType())));
        return fields;
    }

    private Map<String, Object> resolved(Object property) {
        Object other = map(property).get("$ref");
        return other == null
                ? map(property)
                : map(schemas.get(other.toString().replaceFirst("^#/components/schemas/", "")));
    }

    /** Without the null that a field may be. */
    private static String kind(Map<String, Object> property) {
        return property.get("type") instanceof List<?> several
                ? several.stream()
                        .filter(one -> !"null".equals(one))
                        .findFirst()
                        .orElseThrow()
                        .toString()
                : String.valueOf(property.get("type"));
    }

    private static String kind(Class<?> type) {
        if (type == String.class || type == Instant.class || type.isEnum()) {
            return "string";
        } else if (type == boolean.class || type == Boolean.class) {
            return "boolean";
        } else if (type == double.class || type == Double.class) {
            return "number";
        } else if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "integer";
        }
        return Collection.class.isAssignableFrom(type) ? "array" : OBJECT;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object node) {
        return (Map<String, Object>) node;
    }
}
