package org.holdfast.chassis.journal;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/** Between what is kept and BSON; state, events and messages stay JSON text, because item ids carry dots. */
final class Documents {

    private Documents() {}

    static String at(String stream, long version) {
        return stream + "#" + version;
    }

    static Document line(Line line) {
        Cause cause = line.cause();
        Document document = new Document("version", line.version())
                .append("causedBy", cause.id())
                .append("bodyHash", cause.bodyHash())
                .append("actor", cause.actor())
                .append("time", cause.time().toString())
                .append("events", line.facts().stream().map(Line.Fact::data).toList())
                .append("mac", line.mac());
        if (cause.trace() != null) {
            document.append("trace", cause.trace());
        }
        return document;
    }

    static Line line(Document document) {
        Cause cause = new Cause(
                document.getString("causedBy"),
                document.getString("bodyHash"),
                document.getString("actor"),
                Instant.parse(document.getString("time")),
                document.getString("trace"),
                false);
        List<Line.Fact> facts = document.getList("events", String.class).stream()
                .map(Line.Fact::new)
                .toList();
        return new Line(document.getLong("version"), cause, facts, document.getString("mac"));
    }

    static Document untold(Untold untold) {
        Document document = new Document("id", untold.id())
                .append("type", untold.type())
                .append("topic", untold.topic())
                .append("lane", untold.lane().name())
                .append("key", untold.key())
                .append("data", untold.data());
        if (untold.trace() != null) {
            document.append("trace", untold.trace());
        }
        return document;
    }

    private static Untold untold(Document document) {
        return new Untold(
                document.getString("id"),
                document.getString("type"),
                document.getString("topic"),
                Lane.valueOf(document.getString("lane")),
                document.getString("key"),
                document.getString("data"),
                document.getString("trace"),
                false);
    }

    /** As text, to the nanosecond: a decision compares a timer with the instant that its state wants. */
    static List<Document> timers(Map<String, Instant> timers) {
        return timers.entrySet().stream()
                .map(timer -> new Document("name", timer.getKey())
                        .append("due", timer.getValue().toString()))
                .toList();
    }

    static Kept kept(Document document) {
        Map<String, Instant> timers = new LinkedHashMap<>();
        for (Document timer : document.getList("timers", Document.class, List.of())) {
            timers.put(timer.getString("name"), Instant.parse(timer.getString("due")));
        }
        return new Kept(
                document.getString("_id"),
                document.getLong("version"),
                document.getString("state"),
                timers,
                document.getList("history", Document.class).stream()
                        .map(Documents::line)
                        .toList(),
                document.getList("untold", Document.class, List.of()).stream()
                        .map(Documents::untold)
                        .toList(),
                document.containsKey("pending"));
    }
}
