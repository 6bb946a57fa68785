package org.holdfast.e2e;

import java.util.List;
import org.holdfast.e2e.fleet.Fleet;
import org.holdfast.e2e.fleet.Part;
import org.holdfast.e2e.fleet.Roster;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each service is killed with signal 9 in the middle of a burst of 500 contacts: none that was acknowledged is lost. */
@Tag("slow")
class KilledServicesTest {

    @ParameterizedTest
    @EnumSource(Part.class)
    void nothingIsLostWhenAServiceIsKilledInTheMiddleOfABurst(Part victim) {
        try (Fleet fleet = Fleet.start("killed-" + victim.title(), Roster.patient(), victim)) {
            Night night = new Night(fleet);
            HealthPage health = new HealthPage(fleet);
            List<Night.Taken> taken = night.burst(500, 20, () -> {
                fleet.service(victim).kill();
                health.isSilent(victim);
                fleet.service(victim).restart();
            });
            night.nothingIsLost(taken);
            night.everyUrgentOneIsPagedForOnce();
            night.nothingIsBuried();
            health.isGreenEverywhere();
        }
    }
}
