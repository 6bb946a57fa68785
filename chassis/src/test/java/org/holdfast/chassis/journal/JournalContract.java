package org.holdfast.chassis.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.holdfast.chassis.journal.Counting.Add;
import org.holdfast.chassis.journal.Counting.Added;
import org.holdfast.chassis.journal.Counting.Counted;
import org.holdfast.chassis.journal.Counting.Counter;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What the journal promises, whichever store is under it. */
abstract class JournalContract extends JournalHouse {

    @Test
    void keepsWhatWasDecidedAndTellsIt() {
        assertThat(add("count/one", 3, "k1"))
                .isInstanceOfSatisfying(
                        Handled.Done.class, done -> assertThat(done.version()).isEqualTo(1));
        add("count/one", 4, "k2");

        assertThat(sum("count/one")).isEqualTo(7);
        until(() -> told.size() == 2 && settled("count/one"));
        assertThat(told).extracting(Untold::id).containsExactlyInAnyOrder("count/one#1/0", "count/one#2/0");
        assertThat(told).extracting(Untold::data).anyMatch(json -> json.contains("\"amount\":4"));
    }

    @Test
    void answersARepeatWithTheFirstResultAndMakesNothingTwice() {
        add("count/one", 3, "k1");
        add("count/one", 4, "k2");

        Handled<Counter, Counted> repeated = add("count/one", 3, "k1");

        assertThat(repeated).isInstanceOfSatisfying(Handled.Done.class, done -> {
            assertThat(done.repeated()).isTrue();
            assertThat(done.version()).isEqualTo(1);
            assertThat(done.events()).containsExactly(new Added("a.b$c", 3));
        });
        assertThat(sum("count/one")).isEqualTo(7);
    }

    @Test
    void beginningIsHandlingWhereTheStreamIsThereAlready() {
        assertThat(begin("count/new", -1, cause("k0"))).isInstanceOf(Handled.Refused.class);
        assertThat(begin("count/new", 3, cause("k1"))).isInstanceOfSatisfying(Handled.Done.class, done -> {
            assertThat(done.version()).isEqualTo(1);
            assertThat(done.repeated()).isFalse();
        });
        assertThat(begin("count/new", 3, cause("k1"))).isInstanceOfSatisfying(Handled.Done.class, done -> {
            assertThat(done.version()).isEqualTo(1);
            assertThat(done.repeated()).isTrue();
        });
        assertThat(begin("count/new", 4, cause("k2")))
                .isInstanceOfSatisfying(
                        Handled.Done.class, done -> assertThat(done.version()).isEqualTo(2));
        Cause other = new Cause("k1", "other hash", "ana", clock.instant(), null, true);
        assertThat(begin("count/new", 9, other)).isInstanceOf(Handled.KeyReused.class);
        assertThat(begin("count/new", -1, cause("k3"))).isInstanceOf(Handled.Refused.class);

        assertThat(sum("count/new")).isEqualTo(7);
        until(() -> told.size() == 2 && settled("count/new"));
    }

    @Test
    void manyWhoBeginAtOnceAllCountAndTheSameCauseOnce() {
        Flux.range(0, 40)
                .flatMap(i -> counting.begin("count/race", new Add("k", 1), cause("c" + i / 2)), 40)
                .blockLast(PATIENCE);

        assertThat(sum("count/race")).isEqualTo(20);
    }

    private Handled<Counter, Counted> begin(String stream, long amount, Cause cause) {
        return counting.begin(stream, new Add("a.b$c", amount), cause).block(PATIENCE);
    }

    @Test
    void refusesAUsedKeyWithAnotherBody() {
        add("count/one", 3, "k1");
        Cause other = new Cause("k1", "other hash", "ana", clock.instant(), null, true);

        assertThat(counting.handle("count/one", new Add("x", 1), other).block(PATIENCE))
                .isInstanceOf(Handled.KeyReused.class);
        assertThat(sum("count/one")).isEqualTo(3);
    }

    @Test
    void remembersTheCauseOfADecisionThatChangedNothing() {
        add("count/one", 3, "k1");
        add("count/one", 0, "k2");

        Cause other = new Cause("k2", "other hash", "ana", clock.instant(), null, true);
        assertThat(counting.handle("count/one", new Add("x", 1), other).block(PATIENCE))
                .isInstanceOf(Handled.KeyReused.class);
    }

    @Test
    void aRefusalLeavesNoTrace() {
        assertThat(add("count/one", -1, "k1")).isInstanceOf(Handled.Refused.class);
        assertThat(counting.load("count/one").block(PATIENCE)).isNull();
    }

    @Test
    void anOlderVersionInMindIsStale() {
        add("count/one", 3, "k1");
        add("count/one", 3, "k2");

        assertThat(counting.handle("count/one", 1, new Add("x", 1), cause("k3")).block(PATIENCE))
                .isEqualTo(new Handled.Stale<>(2));
        assertThat(counting.handle("count/one", 2, new Add("x", 1), cause("k4")).block(PATIENCE))
                .isInstanceOf(Handled.Done.class);
    }

    @Test
    void whoRemembersAnOlderVersionDecidesOnTheNewest() {
        Instant first = clock.instant().plusSeconds(60);
        Instant then = first.plusSeconds(60);
        Journals besides = instance(Duration.ofMinutes(10));
        Handling<Counter, Counting.Command, Counted> other = counted(besides);
        counting.handle("count/one", new Counting.Wake(first), cause("k1")).block(PATIENCE);
        other.handle("count/one", new Counting.Wake(then), cause("k2")).block(PATIENCE);
        assertThat(counting.handle("count/one", new Counting.Alarm(first), cause("k3"))
                        .block(PATIENCE))
                .as("what it remembers would be accepted")
                .isInstanceOf(Handled.Refused.class);

        counting.handle("count/two", new Counting.Wake(first), cause("k1")).block(PATIENCE);
        other.handle("count/two", new Counting.Wake(then), cause("k2")).block(PATIENCE);
        assertThat(counting.handle("count/two", new Counting.Alarm(then), cause("k3"))
                        .block(PATIENCE))
                .as("what it remembers would be refused")
                .isInstanceOf(Handled.Done.class);

        add("count/three", 3, "k1");
        other.handle("count/three", new Add("a.b$c", 4), cause("k2")).block(PATIENCE);
        assertThat(add("count/three", 4, "k2"))
                .as("what it remembers does not know the cause")
                .isInstanceOfSatisfying(
                        Handled.Done.class, done -> assertThat(done.repeated()).isTrue());
        assertThat(sum("count/three")).isEqualTo(7);
        besides.stop();
    }

    @Test
    void losesNothingWhenManyWriteAtOnce() {
        Flux.range(0, 200)
                .flatMap(i -> counting.handle("count/busy", new Add("k" + i % 5, 1), cause("c" + i)), 16)
                .blockLast(PATIENCE);

        assertThat(sum("count/busy")).isEqualTo(200);
        until(() -> told.size() == 200 && settled("count/busy"));
        assertThat(told).extracting(Untold::id).doesNotHaveDuplicates();
    }

    @Test
    void twoWithTheSameCauseAtOnceAreOne() {
        Flux.range(0, 20)
                .flatMap(i -> counting.handle("count/same", new Add("k", 1), cause("only")), 20)
                .blockLast(PATIENCE);

        assertThat(sum("count/same")).isEqualTo(1);
    }

    @Test
    void movesOldEntriesToTheArchiveAndStillKnowsTheirCauses() {
        for (int i = 1; i <= 230; i++) {
            add("count/long", 1, "k" + i);
        }
        until(() ->
                Mono.from(database.getCollection("history").countDocuments()).block(PATIENCE) > 0);

        assertThat(counting.history("count/long")
                        .map(Recorded::version)
                        .collectList()
                        .block(PATIENCE))
                .hasSize(230)
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(add("count/long", 1, "k1"))
                .isInstanceOfSatisfying(
                        Handled.Done.class, done -> assertThat(done.version()).isEqualTo(1));
        assertThat(sum("count/long")).isEqualTo(230);
        assertThat(journals.firstBroken("count/long").block(PATIENCE)).isZero();
    }

    @Test
    void aChangeAfterTheFactShows() {
        add("count/one", 3, "k1");
        add("count/one", 4, "k2");
        assertThat(journals.firstBroken("count/one").block(PATIENCE)).isZero();

        Mono.from(database.getCollection("journal")
                        .updateOne(Filters.eq("_id", "count/one"), Updates.set("history.0.actor", "mallory")))
                .block(PATIENCE);

        assertThat(journals.firstBroken("count/one").block(PATIENCE)).isEqualTo(1);
    }

    @Test
    void theValueOfAllHeadsChangesWhenAHistoryIsTakenAway() {
        add("count/one", 3, "k1");
        add("count/two", 4, "k2");
        String before = journals.heads().block(PATIENCE);
        assertThat(journals.heads().block(PATIENCE)).isEqualTo(before).startsWith("2 streams ");

        Mono.from(database.getCollection("journal").deleteOne(Filters.eq("_id", "count/one")))
                .block(PATIENCE);

        String after = journals.heads().block(PATIENCE);
        assertThat(after).startsWith("1 streams ");
        assertThat(value(after)).isNotEqualTo(value(before));
    }

    @Test
    void tellsAfterARestartWhatADeadInstanceLeft() {
        brokerAway.set(true);
        add("count/left", 5, "k1");
        assertThat(told).isEmpty();
        journals.stop();
        brokerAway.set(false);

        clock.forward(Duration.ofSeconds(1));
        open();

        until(() -> !told.isEmpty() && settled("count/left"));
        assertThat(told).extracting(Untold::id).containsOnly("count/left#1/0");
    }

    @Test
    void tellsAtOnceWhatTheInstanceLeftWhoseLeaseItTakesOver() {
        until(() -> Mono.from(database.getCollection("leases").find().first()).block(PATIENCE) != null);
        Journals other = instance(Duration.ofMinutes(10));
        counted(other);
        other.start();
        try {
            clock.forward(Duration.ofMinutes(1));
            brokerAway.set(true);
            add("count/left", 5, "k1");
            journals.stop();
            clock.forward(Duration.ofSeconds(3));
            brokerAway.set(false);

            until(() -> !told.isEmpty() && settled("count/left"));
            assertThat(told).extracting(Untold::id).containsOnly("count/left#1/0");
        } finally {
            other.stop();
        }
    }

    @Test
    void tellsOnAsSoonAsTheBrokerIsBack() {
        brokerAway.set(true);
        add("count/wait", 5, "k1");
        until(() -> journals.relay().trouble().isPresent());
        brokerAway.set(false);

        until(() -> told.size() == 1 && settled("count/wait"));
        until(() -> journals.relay().trouble().isEmpty());
    }

    @Test
    void tellsAgainOnDemandAndSaysSo() {
        add("count/one", 3, "k1");
        until(() -> told.size() == 1);

        journals.retell("count/one").block(PATIENCE);

        assertThat(told).hasSize(2);
        assertThat(told).filteredOn(Untold::retold).singleElement().satisfies(again -> {
            assertThat(again.lane()).isEqualTo(Lane.URGENT);
            assertThat(again.id()).isNotEqualTo("count/one#1/0");
        });
    }

    @Test
    void aFullRoutineLaneDoesNotHoldUpTheUrgentOne() {
        assertThat(Map.of(Lane.ROUTINE, journals.relay().waiting(Lane.ROUTINE))).containsEntry(Lane.ROUTINE, 0);
        brokerAway.set(true);
        for (int i = 0; i < 50; i++) {
            add("count/r" + i, 1, "k");
        }
        until(() -> journals.relay().waiting(Lane.ROUTINE) == 50);
        assertThat(journals.relay().waiting(Lane.URGENT)).isZero();
    }

    private static String value(String heads) {
        return heads.substring(heads.lastIndexOf(' ') + 1);
    }
}
