package org.holdfast.triage.store;

import java.time.Duration;
import java.time.Period;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.holdfast.triage.domain.protocol.Code;
import org.holdfast.triage.domain.protocol.Item;
import org.holdfast.triage.domain.protocol.Origin;
import org.holdfast.triage.domain.protocol.Policy;
import org.holdfast.triage.domain.protocol.Protocol;
import org.holdfast.triage.domain.protocol.Rule;
import org.holdfast.triage.domain.protocol.Screen;
import org.holdfast.triage.domain.protocol.Span;
import org.holdfast.triage.domain.protocol.Window;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Turns the JSON of a protocol file into the protocol. */
final class ProtocolReader {

    private final JsonShape file;

    ProtocolReader(JsonShape file) {
        this.file = file.only(
                "id",
                "version",
                "profile",
                "windows",
                "referral",
                "firstScreen",
                "choice",
                "untriaged",
                "items",
                "screens",
                "rules",
                "asks");
    }

    Protocol protocol() {
        return new Protocol(
                new Protocol.Name(file.text("id"), file.text("version"), file.text("profile")),
                policy(),
                items(),
                file.list("screens").stream().map(ProtocolReader::screen).toList(),
                file.list("rules").stream().map(ProtocolReader::rule).toList(),
                file.list("asks").stream()
                        .map(node -> ConditionReader.ask("asks", node))
                        .toList());
    }

    private Policy policy() {
        JsonShape named = file.object("windows");
        Map<Code, Window> windows = new EnumMap<>(Code.class);
        for (String code : named.node().propertyNames()) {
            String length = named.text(code);
            windows.put(Code.valueOf(code), new Window(length.equals("NONE") ? null : Duration.parse(length)));
        }
        return new Policy(
                windows,
                file.texts("referral").stream().map(Code::valueOf).collect(Collectors.toSet()),
                file.text("firstScreen"),
                basis(file.object("choice")),
                basis(file.object("untriaged")));
    }

    private static Policy.Basis basis(JsonShape shape) {
        return new Policy.Basis(shape.only("id", "explainKey", "source").text("id"), origin(shape));
    }

    private Map<String, Item> items() {
        Map<String, Item> items = new LinkedHashMap<>();
        for (JsonNode node : file.list("items")) {
            Item item = item(node);
            if (items.put(item.id(), item) != null) {
                throw new IllegalArgumentException("Id used twice: " + item.id());
            }
        }
        return items;
    }

    private static Item item(JsonNode node) {
        JsonShape shape =
                new JsonShape("items", node).only("id", "kind", "about", "minimum", "maximum", "choices", "concern");
        Item.Kind kind = Item.Kind.valueOf(shape.text("kind"));
        boolean integer = kind == Item.Kind.INTEGER;
        return new Item(
                shape.text("id"),
                kind,
                integer ? shape.integer("minimum") : 0,
                integer ? shape.integer("maximum") : 0,
                choices(shape),
                new HashSet<>(shape.textsOrEmpty("concern")),
                shape.textOrNull("about"));
    }

    private static Map<String, Span> choices(JsonShape shape) {
        Map<String, Span> choices = new LinkedHashMap<>();
        for (JsonNode choice : shape.listOrEmpty("choices")) {
            if (choice.isString()) {
                choices.put(choice.stringValue(), Span.UNDATED);
            } else {
                JsonShape coded = new JsonShape("choices", choice).only("code", "from", "to");
                choices.put(
                        coded.text("code"), new Span(period(coded.textOrNull("from")), period(coded.textOrNull("to"))));
            }
        }
        return choices;
    }

    private static @Nullable Period period(@Nullable String text) {
        return text == null ? null : Period.parse(text);
    }

    private static Screen screen(JsonNode node) {
        JsonShape shape = new JsonShape("screens", node).only("id", "items", "about", "complete", "negative", "asks");
        String where = "Screen " + shape.text("id");
        return new Screen(
                shape.text("id"),
                shape.texts("items"),
                ConditionReader.condition(where, shape.object("complete").node()),
                ConditionReader.condition(where, shape.object("negative").node()),
                shape.list("asks").stream()
                        .map(ask -> ConditionReader.ask(where, ask))
                        .toList());
    }

    private static Rule rule(JsonNode node) {
        JsonShape shape = new JsonShape("rules", node)
                .only("id", "floor", "effect", "when", "flags", "mustAsk", "explainKey", "source", "since");
        String where = "Rule " + shape.text("id");
        if (shape.has("effect") && !shape.text("effect").equals("RAISE")) {
            throw new IllegalArgumentException(where + " lowers; a rule can only raise");
        }
        return new Rule(
                shape.text("id"),
                Code.valueOf(shape.text("floor")),
                ConditionReader.condition(where, shape.object("when").node()),
                shape.listOrEmpty("flags").stream()
                        .map(flag -> ConditionReader.flag(where, flag))
                        .toList(),
                shape.listOrEmpty("mustAsk").stream()
                        .map(ask -> ConditionReader.ask(where, ask))
                        .toList(),
                origin(shape));
    }

    private static Origin origin(JsonShape shape) {
        if (!shape.has("source")) {
            throw new IllegalArgumentException(shape.where() + " " + shape.text("id") + " cites no source");
        }
        JsonShape source = shape.object("source").only("cite", "mark");
        return new Origin(shape.text("explainKey"), source.text("cite"), source.text("mark"));
    }
}
