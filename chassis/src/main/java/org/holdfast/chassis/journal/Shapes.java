package org.holdfast.chassis.journal;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.Version;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;

/**
 * How records are written as JSON, in the journal and on the bus: a sealed interface gets the property {@code type} with
 * the record's simple name, so that a domain needs no annotation; what a reader does not know it passes over.
 */
public final class Shapes {

    private final JsonMapper mapper =
            JsonMapper.builder().annotationIntrospector(new SealedByName()).build();

    /** Made once for each type: to make one looks the type's annotations up again. */
    private final Map<Class<?>, ObjectWriter> writers = new ConcurrentHashMap<>();

    private final Map<Class<?>, ObjectReader> readers = new ConcurrentHashMap<>();

    /** Writes the value as its declared type. */
    public String write(Class<?> declared, Object value) {
        return writers.computeIfAbsent(declared, mapper::writerFor).writeValueAsString(value);
    }

    /** Reads a value of the declared type. */
    public <T> T read(Class<T> declared, String json) {
        return reader(declared).readValue(json);
    }

    /** Reads a value of the declared type from UTF-8. */
    public <T> T read(Class<T> declared, byte[] json) {
        return reader(declared).readValue(json);
    }

    private ObjectReader reader(Class<?> declared) {
        return readers.computeIfAbsent(declared, mapper::readerFor);
    }

    private static final class SealedByName extends JacksonAnnotationIntrospector {

        private static final JsonTypeInfo.Value BY_NAME = JsonTypeInfo.Value.construct(
                JsonTypeInfo.Id.SIMPLE_NAME, JsonTypeInfo.As.PROPERTY, "type", null, false, true);

        @Override
        public Version version() {
            return Version.unknownVersion();
        }

        @Override
        public JsonTypeInfo.@Nullable Value findPolymorphicTypeInfo(MapperConfig<?> config, Annotated annotated) {
            Class<?> raw = annotated.getRawType();
            return raw != null && raw.isInterface() && raw.isSealed()
                    ? BY_NAME
                    : super.findPolymorphicTypeInfo(config, annotated);
        }
    }
}
