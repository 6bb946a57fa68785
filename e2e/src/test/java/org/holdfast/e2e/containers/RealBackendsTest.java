package org.holdfast.e2e.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.holdfast.chassis.testkit.Backends;
import org.holdfast.e2e.Journey;
import org.holdfast.e2e.Staff;
import org.holdfast.e2e.fleet.Fleet;
import org.holdfast.e2e.fleet.Ground;
import org.holdfast.e2e.fleet.Roster;
import org.junit.jupiter.api.Test;

/** One contact travels the whole way over Kafka's and MongoDB's own images; skipped, with the reason, where they are not. */
class RealBackendsTest {

    @Test
    void oneContactTravelsTheWholeWay() {
        Optional<String> noBroker = RealKafka.missing();
        assumeTrue(noBroker.isEmpty(), noBroker::orElseThrow);
        Optional<String> database = Backends.real();
        assumeTrue(database.isPresent(), Backends::why);
        try (RealKafka broker = new RealKafka();
                Fleet fleet = Fleet.over(
                        new Ground(broker.start(), database.orElseThrow()), "containers", Roster.patient())) {
            List<String> said = new ArrayList<>();
            Journey journey = new Journey(Staff.of(fleet), said::add);
            journey.open();
            journey.answer("cssrs.q4", "YES");
            journey.seesCode("B");
            journey.note();
            journey.acknowledgeByLink();
            journey.refer();
            journey.helpIsReceived();
            journey.close();
            assertThat(said).contains("agency accepts", "operator closes the contact: REFERRED");
        }
    }
}
