package org.holdfast.chassis.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import org.bson.Document;
import org.holdfast.chassis.journal.Counting.Wake;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

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
}
