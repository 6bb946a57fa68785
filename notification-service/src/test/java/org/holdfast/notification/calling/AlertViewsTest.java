package org.holdfast.notification.calling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.holdfast.chassis.decide.Decision;
import org.holdfast.chassis.journal.Entry;
import org.holdfast.chassis.testkit.Backends;
import org.holdfast.notification.domain.Helpline;
import org.holdfast.notification.domain.alert.AlertCommand;
import org.holdfast.notification.domain.alert.AlertDecider;
import org.holdfast.notification.domain.alert.AlertEvent;
import org.holdfast.notification.domain.alert.AlertState;
import org.holdfast.notification.domain.roster.Code;
import org.holdfast.notification.store.AlertView;
import org.holdfast.notification.store.AlertViews;
import org.holdfast.notification.store.StoredVersion;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** Whatever the order in which the versions of an alert are written down, and how often, the newest is what people read. */
class AlertViewsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int ORDERS = 30;

    private final AlertDecider decider = new AlertDecider();
    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final AlertViews views = new AlertViews(Backends.database(Backends.local()));

    @Test
    void theNewestVersionIsShown() {
        views.prepare().block(PATIENCE);
        for (int order = 0; order < ORDERS; order++) {
            AlertState raised = after(
                    decider.initial(),
                    new AlertCommand.Raise("fact", Code.A, "contact", "case" + order, Helpline.roster(), Helpline.NOW));
            AlertState taken = after(raised, new AlertCommand.Acknowledge("ben", null, Helpline.NOW));
            List<Entry<AlertState>> entries = new ArrayList<>();
            String stream = "alert/case" + order;
            entries.addAll(Collections.nCopies(
                    1 + random.nextInt(2), new Entry<>(stream, order % 2 + 1, raised, Helpline.NOW)));
            entries.addAll(Collections.nCopies(
                    1 + random.nextInt(2), new Entry<>(stream, order % 2 + 2, taken, Helpline.NOW)));
            Collections.shuffle(entries, random);
            entries.forEach(entry -> views.project(entry, List.of()).block(PATIENCE));

            String alert = AlertView.of(entries.getFirst()).alertId();
            AlertView shown = views.get(alert).block(PATIENCE);
            assertThat(shown.state()).as("seed %d, order %d", seed, order).isEqualTo("ACKNOWLEDGED");
            assertThat(views.versions().collectList().block(PATIENCE))
                    .as("seed %d, order %d", seed, order)
                    .contains(new StoredVersion(alert, order % 2 + 2))
                    .hasSize(order + 1);
        }
    }

    @Test
    void theNewestIsShownWhenAllAreWrittenAtOnce() {
        views.prepare().block(PATIENCE);
        AlertState raised = after(
                decider.initial(),
                new AlertCommand.Raise("fact", Code.A, "contact", "case", Helpline.roster(), Helpline.NOW));
        AlertState taken = after(raised, new AlertCommand.Acknowledge("ben", null, Helpline.NOW));
        List<Entry<AlertState>> entries = new ArrayList<>();
        for (int version = 1; version <= 40; version++) {
            entries.add(new Entry<>("alert/case", version, version == 40 ? taken : raised, Helpline.NOW));
        }
        Collections.shuffle(entries, random);

        Flux.fromIterable(entries)
                .delayElements(Duration.ofMillis(5))
                .flatMap(
                        entry -> views.project(
                                entry, List.of(new AlertEvent.FactJoined("fact", "contact", Helpline.NOW))),
                        entries.size())
                .then()
                .block(PATIENCE);

        String alert = AlertView.of(entries.getFirst()).alertId();
        assertThat(views.get(alert).block(PATIENCE).state()).as("seed %d", seed).isEqualTo("ACKNOWLEDGED");
        assertThat(views.versions().collectList().block(PATIENCE))
                .as("seed %d", seed)
                .containsExactly(new StoredVersion(alert, 40));
    }

    private AlertState after(AlertState state, AlertCommand command) {
        AlertState next = state;
        for (AlertEvent event : ((Decision.Accepted<AlertEvent>) decider.decide(state, command)).events()) {
            next = decider.evolve(next, event);
        }
        return next;
    }
}
