package org.holdfast.triage.store;

import java.time.Period;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.holdfast.triage.domain.protocol.Ask;
import org.holdfast.triage.domain.protocol.Condition;
import org.holdfast.triage.domain.protocol.Flag;
import tools.jackson.databind.JsonNode;

/** Reads the condition trees of a protocol file. */
final class ConditionReader {

    private static final Condition ALWAYS = new Condition.All(List.of());

    private ConditionReader() {}

    static Condition condition(String where, JsonNode node) {
        JsonShape shape = new JsonShape(where, node);
        if (shape.has("all")) {
            return new Condition.All(conditions(shape.only("all"), "all"));
        }
        if (shape.has("any")) {
            return new Condition.Any(conditions(shape.only("any"), "any"));
        }
        if (shape.has("sum")) {
            shape.only("sum", "atLeast");
            return new Condition.Sum(shape.texts("sum"), shape.integer("atLeast"));
        }
        if (shape.has("screen")) {
            shape.only("screen", "is", "not");
            boolean expected = !(shape.has("not") && shape.node().get("not").booleanValue());
            return new Condition.Screened(
                    shape.text("screen"), Condition.Screened.State.valueOf(shape.text("is")), expected);
        }
        return leaf(where, shape);
    }

    /** What must be asked; without a condition of its own, always. */
    static Ask ask(String where, JsonNode node) {
        JsonShape shape = new JsonShape(where, node).only("if", "ask");
        return new Ask(when(where, shape), shape.texts("ask"));
    }

    static Flag flag(String where, JsonNode node) {
        JsonShape shape = new JsonShape(where, node).only("if", "flag");
        return new Flag(shape.text("flag"), when(where, shape));
    }

    private static Condition when(String where, JsonShape shape) {
        JsonNode condition = shape.node().get("if");
        return condition == null ? ALWAYS : condition(where, condition);
    }

    private static List<Condition> conditions(JsonShape shape, String field) {
        return shape.list(field).stream()
                .map(part -> condition(shape.where(), part))
                .toList();
    }

    private static Condition.Leaf leaf(String where, JsonShape shape) {
        if (shape.has("not")) {
            JsonShape inner = shape.only("not").object("not");
            return new Condition.Not(leaf(where, inner));
        }
        String item = shape.text("item");
        if (shape.has("eq")) {
            return new Condition.OneOf(item, Set.of(shape.only("item", "eq").text("eq")));
        }
        if (shape.has("in")) {
            return new Condition.OneOf(
                    item, new HashSet<>(shape.only("item", "in").texts("in")));
        }
        if (shape.has("atLeast")) {
            return new Condition.AtLeast(item, shape.only("item", "atLeast").integer("atLeast"));
        }
        if (shape.has("within")) {
            return new Condition.Within(
                    item, Period.parse(shape.only("item", "within").text("within")));
        }
        throw new IllegalArgumentException(where + " has a leaf without eq, in, atLeast or within: " + item);
    }
}
