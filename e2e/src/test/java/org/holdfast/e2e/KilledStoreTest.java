package org.holdfast.e2e;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.holdfast.e2e.fleet.Fleet;
import org.holdfast.e2e.fleet.Roster;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The store and the broker are killed or away in the middle of a burst. */
@Tag("slow")
class KilledStoreTest {

    private static Fleet fleet;
    private static Night night;
    private static HealthPage health;

    @BeforeAll
    static void begin() {
        fleet = Fleet.start("killed-store", new Roster(3_600, 3_600)); // longer than all three outages
        night = new Night(fleet);
        health = new HealthPage(fleet);
    }

    @AfterAll
    static void end() {
        fleet.close();
    }

    @Test
    void nothingIsLostWhenTheStoreIsKilledInTheMiddleOfABurst() {
        List<Night.Taken> taken = night.burst(500, 20, () -> {
            fleet.store().kill();
            fleet.store().restart();
        });
        night.nothingIsLost(taken);
        night.everyUrgentOneIsPagedForOnce();
        night.nothingIsBuried();
        health.isGreenEverywhere();
    }

    @Test
    void nothingIsLostWhenTheBrokerIsAwayForThirtySeconds() {
        List<Night.Taken> taken = night.burst(500, 20, () -> {
            fleet.broker().kill();
            health.isRedEverywhere("the broker does not answer");
            await(Duration.ofSeconds(30));
            fleet.broker().restart();
        });
        night.nothingIsLost(taken);
        night.everyUrgentOneIsPagedForOnce();
        night.nothingIsBuried();
        health.isGreenEverywhere();
    }

    @Test
    void nothingIsBuriedWhenTheStoreRefusesForThreeMinutes() {
        Night.Taken before = night.open(true);
        fleet.store().kill();
        health.isRedEverywhere("the store does not answer");
        await(Duration.ofMinutes(3));
        fleet.store().restart();

        List<Night.Taken> after = night.burst(20, 4, () -> {});

        night.nothingIsLost(List.of(before));
        night.nothingIsLost(after);
        night.everyUrgentOneIsPagedForOnce();
        night.nothingIsBuried();
        health.isGreenEverywhere();
    }

    /** The length of the outage is the condition here. */
    private static void await(Duration outage) {
        long end = System.nanoTime() + outage.toNanos();
        while (System.nanoTime() < end) {
            java.util.concurrent.locks.LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
        }
    }
}
