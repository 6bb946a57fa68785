package org.holdfast.triage.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.holdfast.triage.domain.protocol.Code;
import org.holdfast.triage.domain.protocol.GoldenCase;
import org.holdfast.triage.domain.protocol.Item;
import org.holdfast.triage.domain.protocol.Protocol;
import org.holdfast.triage.domain.protocol.Said;
import tools.jackson.databind.JsonNode;

/** Reads the cases that stand beside a protocol file. */
final class CasesReader {

    private final Protocol protocol;
    private final JsonShape file;
    private final Instant noon;

    CasesReader(Protocol protocol, JsonNode node) {
        this.protocol = protocol;
        file = new JsonShape("cases", node).only("protocol", "version", "day", "cases");
        if (!file.text("protocol").equals(protocol.name().id())
                || !file.text("version").equals(protocol.name().version())) {
            throw new IllegalArgumentException("The cases belong to another protocol or version");
        }
        noon = LocalDate.parse(file.text("day")).atTime(12, 0).toInstant(ZoneOffset.UTC);
    }

    List<GoldenCase> cases() {
        return file.list("cases").stream().map(this::golden).toList();
    }

    private GoldenCase golden(JsonNode node) {
        JsonShape shape = new JsonShape("case", node)
                .only("case", "name", "unlisted", "steps", "code", "rules", "silent", "mustAsk", "flags");
        Map<String, List<Said>> said = new LinkedHashMap<>();
        List<JsonNode> steps = shape.list("steps");
        for (int step = 0; step < steps.size(); step++) {
            JsonShape answers = new JsonShape("step", steps.get(step));
            for (String item : answers.node().propertyNames()) {
                Instant at = noon.plusSeconds(60L * step);
                said.computeIfAbsent(item, _ -> new ArrayList<>()).add(new Said(answers.text(item), step + 1L, at));
            }
        }
        if (shape.text("unlisted").equals("NO")) {
            protocol.items().values().stream()
                    .filter(item -> item.kind() == Item.Kind.FIVE)
                    .forEach(item -> said.computeIfAbsent(item.id(), _ -> List.of(new Said("NO", 1, noon))));
        }
        return new GoldenCase(
                shape.node().get("case").asString() + ": " + shape.text("name"),
                said,
                Code.valueOf(shape.text("code")),
                shape.textsOrEmpty("rules"),
                shape.textsOrEmpty("silent"),
                new GoldenCase.Prompts(shape.textsOrEmpty("mustAsk"), shape.textsOrEmpty("flags")));
    }
}
