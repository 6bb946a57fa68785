package org.holdfast.intake.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bson.Document;
import org.holdfast.chassis.journal.Shapes;
import org.holdfast.chassis.testkit.Backends;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** Keeping what was heard costs the same among 50,000 contacts as among 1,000. */
@Tag("slow")
class HotShelfTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void whatIsHeardIsKeptAsFastAmongManyContacts() {
        MongoDatabase database = Backends.database(Backends.local());
        Shelf<CaseFile> shelf = new Shelf<>(database, "cases", new Shapes(), CaseFile.class, file -> false);

        fill(database, 0, 1_000);
        median(shelf, "warm");
        double few = median(shelf, "few");
        fill(database, 1_000, 50_000);
        double many = median(shelf, "many");

        System.out.printf("median keeping: %.2f ms among 1,000, %.2f ms among 50,000%n", few, many);
        assertThat(many)
                .as("median ms among 50,000, against %.2f among 1,000", few)
                .isLessThan(few * 3 + 1);
    }

    private static double median(Shelf<CaseFile> shelf, String name) {
        long[] nanos = new long[200];
        for (int i = 0; i < nanos.length; i++) {
            String id = name + i % 10;
            String contact = "contact" + i;
            Note note = new Note(contact, "{}");
            long begun = System.nanoTime();
            shelf.update(id, () -> CaseFile.of(id), file -> file.with(contact), note)
                    .block(PATIENCE);
            nanos[i] = System.nanoTime() - begun;
        }
        Arrays.sort(nanos);
        return nanos[nanos.length / 2] / 1e6;
    }

    private static void fill(MongoDatabase database, int from, int to) {
        for (int batch = from; batch < to; batch += 1_000) {
            List<Document> cases = new ArrayList<>();
            for (int i = batch; i < batch + 1_000; i++) {
                cases.add(new Document("_id", "fill" + i)
                        .append("at", "fill" + i + "#1")
                        .append("n", 1L)
                        .append("data", "{}"));
            }
            Mono.from(database.getCollection("cases").insertMany(cases)).block(PATIENCE);
        }
    }
}
