package org.holdfast.chassis.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.holdfast.chassis.journal.Counting.Command;
import org.holdfast.chassis.journal.Counting.Counted;
import org.holdfast.chassis.journal.Counting.Counter;
import org.holdfast.chassis.journal.Counting.Wake;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** What the journal promises about timers, whichever store is under it. */
abstract class TimersContract extends JournalHouse {

    @Test
    void firesATimerWhenItIsDueAndNotBefore() {
        Instant due = clock.instant().plusSeconds(60);
        counting.handle("count/timed", new Wake(due), cause("k1")).block(PATIENCE);
        clock.forward(Duration.ofSeconds(59));
        add("count/other", 1, "k2");
        until(() -> settled("count/other") && settled("count/timed"));
        assertThat(sum("count/timed")).isZero();

        clock.forward(Duration.ofSeconds(1));

        until(() -> sum("count/timed") == 1);
        assertThat(counting.history("count/timed").blockLast(PATIENCE).causedBy())
                .startsWith("deadline/count/timed/alarm/");
    }

    @Test
    void firesAfterARestartWhatCameDueMeanwhileAlsoFarTimers() {
        Instant toTheNanosecond = clock.instant().plus(Duration.ofHours(4)).plusNanos(123_456);
        counting.handle("count/far", new Wake(toTheNanosecond), cause("k1")).block(PATIENCE);
        until(() -> settled("count/far"));
        journals.stop();
        clock.forward(Duration.ofHours(5));

        open();

        until(() -> sum("count/far") == 1);
        until(() -> Mono.from(database.getCollection("timers").countDocuments()).block(PATIENCE) == 0);
    }

    @Test
    void aTimerThatIsNoLongerWantedDoesNothing() {
        Instant due = clock.instant().plusSeconds(60);
        counting.handle("count/off", new Wake(due), cause("k1")).block(PATIENCE);
        counting.handle("count/off", new Wake(null), cause("k2")).block(PATIENCE);

        assertThat(counting.handle("count/off", new Counting.Alarm(due), Cause.deadline("count/off", "alarm", due, due))
                        .block(PATIENCE))
                .isInstanceOf(Handled.Refused.class);
    }

    @Test
    void theIndexOfTimersCanBeMadeAnew() {
        Instant toTheNanosecond = clock.instant().plus(Duration.ofHours(4)).plusNanos(123_456);
        counting.handle("count/timed", new Wake(toTheNanosecond), cause("k1")).block(PATIENCE);
        until(() -> settled("count/timed"));
        Mono.from(database.getCollection("timers").deleteMany(new Document())).block(PATIENCE);

        journals.rebuildTimers().block(PATIENCE);
        clock.forward(Duration.ofHours(4).plusSeconds(1));

        until(() -> sum("count/timed") == 1);
    }

    @Test
    void firesATimerWhoseIndexWasNotWrittenBeforeTheServiceDied() {
        Instant toTheNanosecond = clock.instant().plus(Duration.ofMinutes(5)).plusNanos(123_456);
        counting.handle("count/died", new Wake(toTheNanosecond), cause("k1")).block(PATIENCE);
        until(() -> settled("count/died"));
        journals.stop();
        Mono.from(database.getCollection("timers").deleteMany(new Document())).block(PATIENCE);
        Mono.from(database.getCollection("journal")
                        .updateOne(Filters.eq("_id", "count/died"), Updates.set("pending", true)))
                .block(PATIENCE);
        clock.forward(Duration.ofMinutes(6));

        open();

        until(() -> sum("count/died") == 1);
    }

    @Test
    void whoWritesAfterAnInstanceThatDiedTakesOverItsTimers() {
        Instant due = clock.instant().plus(Duration.ofMinutes(5)).plusNanos(123_456);
        counting.handle("count/over", new Wake(due), cause("k1")).block(PATIENCE);
        until(() -> settled("count/over"));
        journals.stop();
        // as if it had died before the index was written
        Mono.from(database.getCollection("timers").deleteMany(new Document())).block(PATIENCE);
        Mono.from(database.getCollection("journal")
                        .updateOne(Filters.eq("_id", "count/over"), Updates.set("pending", true)))
                .block(PATIENCE);

        Journals other = instance(Duration.ofDays(1));
        other.prepare().block(PATIENCE);
        other.relay().start();
        counted(other)
                .handle("count/over", new Counting.Add("k", 1), cause("k2"))
                .block(PATIENCE);
        until(() -> settled("count/over"));
        other.stop();

        assertThat(Mono.from(database.getCollection("timers").countDocuments()).block(PATIENCE))
                .as("nothing looks for a stream that is not pending")
                .isEqualTo(1);
    }

    @Test
    void whoIsStillAtWorkOnAnOlderVersionTakesOverTheTimersOfTheOneBetween() {
        Instant due = clock.instant().plus(Duration.ofMinutes(5)).plusNanos(123_456);
        journals.stop();
        Sinks.Empty<Void> held = Sinks.empty();
        Projection<Counter, Counted> slow = (entry, events) -> entry.version() == 1 ? held.asMono() : Mono.empty();
        Journals one = instance(Duration.ofDays(1));
        Handling<Counter, Command, Counted> first = one.handling(new StreamKind<>(
                "count", Counter.class, Counted.class, new Counting(), Counting.telling(), List.of(slow)));
        one.prepare().block(PATIENCE);
        one.relay().start();
        first.handle("count/between", new Counting.Add("k", 1), cause("k1")).block(PATIENCE);
        // another instance wrote the timer, told what there was to tell, and died before the index
        Journals dead = instance(Duration.ofDays(1));
        counted(dead).handle("count/between", new Wake(due), cause("k2")).block(PATIENCE);
        until(() -> Mono.from(database.getCollection("timers").countDocuments()).block(PATIENCE) == 1);
        dead.stop();
        Mono.from(database.getCollection("timers").deleteMany(new Document())).block(PATIENCE);
        Mono.from(database.getCollection("journal")
                        .updateOne(
                                Filters.eq("_id", "count/between"),
                                Updates.combine(Updates.set("pending", true), Updates.set("untold", List.of()))))
                .block(PATIENCE);

        first.handle("count/between", new Counting.Add("k", 1), cause("k3")).block(PATIENCE);
        held.tryEmitEmpty();
        until(() -> settled("count/between"));
        one.stop();

        assertThat(Mono.from(database.getCollection("timers").countDocuments()).block(PATIENCE))
                .as("nothing looks for a stream that is not pending")
                .isEqualTo(1);
    }
}
