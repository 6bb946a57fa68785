package org.holdfast.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.holdfast.contracts.SpecFiles.Example;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** The table of messages, the schemas, the examples and the AsyncAPI document name the same things. */
class EveryMessageIsDescribedTest {

    private static final long SEVEN_DAYS_IN_MILLIS = 604_800_000;

    private final JsonNode asyncapi = SpecFiles.asyncapi();

    @ParameterizedTest
    @EnumSource(MessageType.class)
    void hasASchema(MessageType type) {
        JsonNode schema = SpecFiles.schema(type);

        assertThat(schema.get("$id").stringValue()).isEqualTo("urn:holdfast:schema:" + type.type());
        assertThat(schema.get("title").stringValue()).isEqualTo(type.message().getSimpleName());
        assertThat(schema.get("$schema").stringValue()).isEqualTo("https://json-schema.org/draft/2020-12/schema");
    }

    @ParameterizedTest
    @EnumSource(MessageType.class)
    void hasAnExample(MessageType type) {
        assertThat(SpecFiles.examples()).extracting(Example::type).contains(type);
    }

    @ParameterizedTest
    @EnumSource(MessageType.class)
    void hasAPlaceInTheDocument(MessageType type) {
        JsonNode message = asyncapi.at("/components/messages/" + type.message().getSimpleName());

        assertThat(message.path("name").asString()).isEqualTo(type.type());
        assertThat(message.at("/payload/schema/$ref").asString()).isEqualTo("schemas/" + type.type() + ".schema.json");
        assertThat(message.path("traits").findValuesAsString("$ref"))
                .contains("#/components/messageTraits/cloudEvent")
                .hasSize(2);
        assertThat(messagesOf(type.topic())).contains(type.message().getSimpleName());
    }

    @ParameterizedTest
    @EnumSource(Topic.class)
    void everyTopicIsAChannelWithItsLaneAndItsRetention(Topic topic) {
        JsonNode channel = asyncapi.at("/channels/" + topic.title());

        assertThat(channel.path("address").asString()).isEqualTo(topic.title());
        assertThat(channel.path("x-lane").asString()).isEqualTo(topic.urgent() ? "urgent" : "routine");
        assertThat(channel.at("/bindings/kafka/topicConfiguration/retention.ms").asLong())
                .isEqualTo(SEVEN_DAYS_IN_MILLIS);
        assertThat(channel.at("/bindings/kafka/topicConfiguration/cleanup.policy/0")
                        .asString())
                .isEqualTo("delete");
        assertThat(messagesOf(topic)).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(Topic.class)
    void everyTopicIsToldAndHeard(Topic topic) {
        assertThat(operations("send", topic)).isNotEmpty();
        assertThat(operations("receive", topic)).isNotEmpty();
        if (topic != Topic.SAFETY_NET) {
            assertThat(operations("send", topic)).as("one teller").hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(MessageType.class)
    void theKeyIsTheOneThatTheChannelNames(MessageType type) {
        Example example = SpecFiles.examples().stream()
                .filter(one -> one.type() == type)
                .findFirst()
                .orElseThrow();
        String field =
                asyncapi.at("/channels/" + type.topic().title() + "/x-key").asString();

        assertThat(SpecFiles.JSON.treeToValue(example.json(), type.message()).key())
                .isEqualTo(example.json().get(field).stringValue());
    }

    @Test
    void nothingIsDescribedThatNobodySays() {
        List<String> types =
                Arrays.stream(MessageType.values()).map(MessageType::type).toList();
        List<String> topics = Arrays.stream(Topic.values()).map(Topic::title).toList();

        assertThat(SpecFiles.typesWithSchema()).containsExactlyInAnyOrderElementsOf(types);
        assertThat(asyncapi.at("/channels").propertyNames()).containsExactlyInAnyOrderElementsOf(topics);
        assertThat(asyncapi.at("/components/messages").findValuesAsString("name"))
                .containsExactlyInAnyOrderElementsOf(types);
    }

    @Test
    void everyReferenceInTheDocumentLeadsSomewhere() {
        Set<String> dead = new HashSet<>();
        asyncapi.findValuesAsString("$ref").stream()
                .filter(reference -> reference.startsWith("#/"))
                .filter(reference -> asyncapi.at(reference.substring(1)).isMissingNode())
                .forEach(dead::add);

        assertThat(dead).isEmpty();
    }

    @Test
    void eachTypeHasItsOwnNameAndRecord() {
        assertThat(MessageType.values()).extracting(MessageType::type).doesNotHaveDuplicates();
        assertThat(MessageType.values()).extracting(MessageType::message).doesNotHaveDuplicates();
        for (MessageType type : MessageType.values()) {
            assertThat(MessageType.of(type.type())).contains(type);
            assertThat(MessageType.of(type.message())).isEqualTo(type);
            assertThat(type.type()).matches("org\\.holdfast\\.[a-z]+\\.[a-z-]+\\.v[0-9]+");
        }
    }

    private List<String> messagesOf(Topic topic) {
        List<String> names = new ArrayList<>();
        asyncapi.at("/channels/" + topic.title() + "/messages").forEach(message -> {
            String reference = message.get("$ref").stringValue();
            names.add(reference.substring(reference.lastIndexOf('/') + 1));
        });
        return names;
    }

    private List<String> operations(String action, Topic topic) {
        List<String> names = new ArrayList<>();
        asyncapi.get("operations").properties().forEach(operation -> {
            boolean here = operation.getValue().at("/channel/$ref").asString().equals("#/channels/" + topic.title());
            if (here && operation.getValue().get("action").stringValue().equals(action)) {
                names.add(operation.getKey());
            }
        });
        return names;
    }
}
