package org.holdfast.intake.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.holdfast.chassis.journal.Shapes;
import org.holdfast.chassis.testkit.Backends;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** What a shelf promises, on every store there is. */
abstract class ShelfContract {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final MongoDatabase database = Backends.database(uri());
    private final Shelf<CaseFile> shelf =
            new Shelf<>(database, "cases", new Shapes(), CaseFile.class, file -> file.erasedAt() != null);

    abstract String uri();

    @Test
    void losesNoChangeWhenManyWriteAtOnce() {
        Flux.range(0, 60)
                .flatMap(i -> shelf.update("case1", () -> CaseFile.of("case1"), file -> file.with("contact" + i)), 60)
                .blockLast(PATIENCE);

        Shelved<CaseFile> kept = shelf.get("case1").block(PATIENCE);
        assertThat(kept.value().contacts()).hasSize(60).doesNotHaveDuplicates();
        assertThat(kept.version()).isEqualTo(60);
    }

    @Test
    void writesNothingWhereAChangeMakesNoDifference() {
        shelf.update("case1", () -> CaseFile.of("case1"), file -> file.with("a"))
                .block(PATIENCE);

        Shelved<CaseFile> again = shelf.update("case1", () -> CaseFile.of("case1"), file -> file.with("a"))
                .block(PATIENCE);

        assertThat(again.changed()).isFalse();
        assertThat(again.version()).isEqualTo(1);
    }

    @Test
    void whoRemembersAnOlderValueChangesTheNewest() {
        Shelf<CaseFile> other = new Shelf<>(database, "cases", new Shapes(), CaseFile.class, file -> false);
        shelf.update("case1", () -> CaseFile.of("case1"), file -> file.with("a"))
                .block(PATIENCE);
        other.update("case1", () -> CaseFile.of("case1"), file -> file.with("b"))
                .block(PATIENCE);
        shelf.update("case1", () -> CaseFile.of("case1"), file -> file.with("c"))
                .block(PATIENCE);
        assertThat(shelf.get("case1").block(PATIENCE).value().contacts()).containsExactly("a", "b", "c");

        other.update("case1", () -> CaseFile.of("case1"), file -> CaseFile.of("case1"))
                .block(PATIENCE);
        Shelved<CaseFile> again = shelf.update("case1", () -> CaseFile.of("case1"), file -> file.with("c"))
                .block(PATIENCE);
        assertThat(again.changed())
                .as("what it remembers would make no difference")
                .isTrue();
        assertThat(again.value().contacts()).containsExactly("c");
    }

    @Test
    void findsWhatIsOpenAndNothingElse() {
        shelf.update("case1", () -> CaseFile.of("case1"), file -> file.with("a"))
                .block(PATIENCE);
        shelf.update("case2", () -> CaseFile.of("case2"), file -> file.erased(Instant.EPOCH))
                .block(PATIENCE);

        assertThat(shelf.open().map(Shelved::id).collectList().block(PATIENCE)).containsExactly("case2");
        shelf.update("case2", () -> CaseFile.of("case2"), file -> CaseFile.of("case2"))
                .block(PATIENCE);
        assertThat(shelf.open().collectList().block(PATIENCE)).isEmpty();
    }

    @Test
    void whatIsNotedBesideAValueStaysWhateverBecomesOfTheValue() {
        assertThat(noted("first", file -> file.with("a"))).isTrue();
        assertThat(noted("unchanged", file -> file.with("a"))).isFalse();
        assertThat(noted("changed", file -> file.with("b"))).isTrue();
        assertThat(noted("changed", file -> file.with("c"))).isTrue();
        shelf.update("case1", () -> CaseFile.of("case1"), file -> file.with("d"))
                .block(PATIENCE);
        Shelf<CaseFile> afterRestart = new Shelf<>(database, "cases", new Shapes(), CaseFile.class, file -> false);

        assertThat(afterRestart.notes("case1").collectList().block(PATIENCE))
                .containsExactlyInAnyOrder("first", "changed");
        assertThat(afterRestart.get("case1").block(PATIENCE).value().contacts()).containsExactly("a", "b", "c", "d");
        assertThat(afterRestart.notes("nobody").collectList().block(PATIENCE)).isEmpty();
    }

    @Test
    void losesNoNoteWhenManyWriteAtOnce() {
        Flux.range(0, 60)
                .flatMap(
                        i -> shelf.update(
                                "case1",
                                () -> CaseFile.of("case1"),
                                file -> file.with("contact" + i),
                                new Note("key" + i, "note" + i)),
                        60)
                .blockLast(PATIENCE);

        assertThat(shelf.notes("case1").collectList().block(PATIENCE))
                .hasSize(60)
                .doesNotHaveDuplicates();
    }

    @Test
    void notesDoNotGrowWithoutEnd() {
        int beside = 0;
        for (int i = 0; i < 250; i++) {
            String contact = "contact" + i;
            beside += noted("note" + i, file -> file.with(contact)) ? 1 : 0;
        }

        assertThat(beside).isEqualTo(100);
        assertThat(shelf.notes("case1").collectList().block(PATIENCE)).hasSize(100);
        assertThat(shelf.get("case1").block(PATIENCE).value().contacts()).hasSize(250);
    }

    @Test
    void losesNoneOfThoseThatBeginTogether() {
        Flux.range(0, 60)
                .flatMap(
                        i -> shelf.beginSoon(
                                "case" + i % 30, () -> CaseFile.of("case" + i % 30), file -> file.with("contact" + i)),
                        60)
                .blockLast(PATIENCE);

        for (int i = 0; i < 30; i++) {
            assertThat(shelf.get("case" + i).block(PATIENCE).value().contacts())
                    .containsExactlyInAnyOrder("contact" + i, "contact" + (i + 30));
        }
    }

    private boolean noted(String note, UnaryOperator<CaseFile> change) {
        return shelf.update("case1", () -> CaseFile.of("case1"), change, new Note("key-" + note, note))
                .block(PATIENCE)
                .noted();
    }

    @Test
    void givesPagesFromTheTopDown() {
        for (String id : List.of("a", "b", "c", "d")) {
            shelf.update(id, () -> CaseFile.of(id), file -> file.with("x")).block(PATIENCE);
        }

        assertThat(shelf.below(null, 2).map(Shelved::id).collectList().block(PATIENCE))
                .containsExactly("d", "c");
        assertThat(shelf.below("c", 9).map(Shelved::id).collectList().block(PATIENCE))
                .containsExactly("b", "a");
    }
}
