package org.holdfast.local.store;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Only a write in which the store makes nothing up is done again after a kill; before any other the file is put on disk. */
class RepeatableTest {

    private static final Document ONE = new Document("_id", "one");
    private static final Document SET = new Document("$set", new Document("state", "x"));

    @Test
    void whatSaysEverythingItselfIsRepeatable() {
        assertThat(List.of(
                        new Document("insert", "c").append("documents", List.of(ONE)),
                        update(new Document("q", new Document("at", "one#1")).append("u", SET)),
                        update(new Document("q", ONE).append("u", SET).append("upsert", true)),
                        update(new Document("q", ONE).append("u", new Document("_id", "one"))),
                        new Document("delete", "c").append("deletes", List.of(new Document("q", ONE))),
                        modify(SET),
                        modify(SET).append("upsert", true),
                        new Document("findAndModify", "c").append("query", ONE).append("remove", true)))
                .allMatch(Repeatable::is);
    }

    @Test
    void whatTheStoreMakesUpIsNot() {
        Document at = new Document("at", "one#1");
        Document now = new Document("$currentDate", new Document("at", true));
        assertThat(List.of(
                        new Document("insert", "c").append("documents", List.of(ONE, new Document("text", "no id"))),
                        update(new Document("q", at).append("u", SET).append("upsert", true)),
                        update(new Document("q", new Document("_id", new Document("$gt", "a")))
                                .append("u", SET)
                                .append("upsert", true)),
                        update(new Document("q", ONE).append("u", now)),
                        update(new Document("q", ONE).append("u", List.of(SET))),
                        update(new Document("q", at).append("u", SET).append("upsert", 1)),
                        update(new Document("q", new Document("$expr", new Document("$lt", List.of("$at", "$$NOW"))))
                                .append("u", SET)),
                        new Document("delete", "c")
                                .append("deletes", List.of(new Document("q", new Document("$where", "true")))),
                        modify(now),
                        new Document("findAndModify", "c")
                                .append("query", at)
                                .append("update", SET)
                                .append("upsert", true),
                        new Document("findAndModify", "c").append("query", ONE)))
                .noneMatch(Repeatable::is);
    }

    @Test
    void whatIsNotKnownIsNot() {
        assertThat(List.of(
                        new Document("createIndexes", "c"),
                        new Document("drop", "c"),
                        new Document("renameCollection", "a.c"),
                        new Document("somethingNew", "c"),
                        new Document("insert", "c"),
                        new Document("update", "c")))
                .noneMatch(Repeatable::is);
    }

    private static Document update(Document one) {
        return new Document("update", "c").append("updates", List.of(one));
    }

    private static Document modify(Document update) {
        return new Document("findAndModify", "c").append("query", ONE).append("update", update);
    }
}
