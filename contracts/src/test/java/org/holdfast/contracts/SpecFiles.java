package org.holdfast.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The files of the specification, as they lie in the source tree. */
final class SpecFiles {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Path MAIN = Path.of("src/main/resources");
    private static final Path PUBLISHED = Path.of("src/test/resources/published");
    private static final String SCHEMA = ".schema.json";

    /** One example of a message. */
    record Example(MessageType type, Path file, JsonNode json) {
        @Override
        public String toString() {
            return file.getFileName().toString();
        }
    }

    private SpecFiles() {}

    static JsonNode asyncapi() {
        return new YAMLMapper().readTree(text(MAIN.resolve("asyncapi.yaml")));
    }

    static JsonNode schema(MessageType type) {
        return JSON.readTree(text(MAIN.resolve("schemas").resolve(type.type() + SCHEMA)));
    }

    static JsonNode publishedSchema(String type) {
        return JSON.readTree(text(PUBLISHED.resolve("schemas").resolve(type + SCHEMA)));
    }

    /** The types for which a schema lies in the folder. */
    static List<String> typesWithSchema() {
        return types(MAIN);
    }

    /** The types of which a schema was published. */
    static List<String> publishedTypes() {
        return types(PUBLISHED);
    }

    /** Every example; several of one type have names like {@code <type>--closed.json}. */
    static List<Example> examples() {
        return examples(MAIN);
    }

    /** Every example as first published. */
    static List<Example> publishedExamples() {
        return examples(PUBLISHED);
    }

    private static List<String> types(Path root) {
        return files(root.resolve("schemas")).stream()
                .map(file -> file.getFileName().toString())
                .map(name -> name.substring(0, name.length() - SCHEMA.length()))
                .toList();
    }

    private static List<Example> examples(Path root) {
        return files(root.resolve("examples")).stream()
                .map(file -> new Example(typeOf(file), file, JSON.readTree(text(file))))
                .toList();
    }

    private static MessageType typeOf(Path example) {
        String name = example.getFileName().toString();
        String type = name.substring(0, name.length() - ".json".length()).split("--")[0];
        return MessageType.of(type).orElseThrow(() -> new AssertionError(name + " is an example of no message type"));
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
