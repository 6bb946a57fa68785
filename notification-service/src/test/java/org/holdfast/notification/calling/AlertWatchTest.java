package org.holdfast.notification.calling;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.holdfast.notification.domain.Helpline;
import org.holdfast.notification.store.AlertView;
import org.holdfast.notification.store.StoredVersion;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What one instance knows of alerts that another one decides. */
class AlertWatchTest {

    private final List<String> asked = new ArrayList<>();

    private final AlertWatch watch =
            new AlertWatch(new SimpleMeterRegistry(), Clock.fixed(Helpline.NOW.plusSeconds(90), ZoneOffset.UTC));

    @Test
    void letsGoOfAnAlertThatAnotherInstanceClosed() {
        read(exhausted("one", 3)).block();
        assertThat(watch.waiting("EXHAUSTED")).isEqualTo(1);

        read().block();

        assertThat(watch.waiting("EXHAUSTED")).isZero();
        assertThat(watch.oldest()).isEmpty();
    }

    @Test
    void seesAnAlertThatAnotherInstanceRaised() {
        read(exhausted("one", 3), exhausted("other", 1)).block();
        assertThat(watch.waiting("EXHAUSTED")).isEqualTo(2);
        assertThat(watch.oldest()).hasValueSatisfying(age -> assertThat(age).hasSeconds(90));
    }

    @Test
    void keepsWhatCameWhileItRead() {
        watch.read(
                        Flux.defer(() -> {
                            read(exhausted("new", 1)).block();
                            return Flux.empty();
                        }),
                        id -> Mono.empty())
                .block();
        assertThat(watch.waiting("EXHAUSTED")).isEqualTo(1);
    }

    @Test
    void readsOnlyWhatItDoesNotKnow() {
        read(exhausted("one", 3), exhausted("other", 1)).block();
        asked.clear();

        read(exhausted("one", 3), exhausted("other", 2)).block();

        assertThat(asked).containsExactly("other");
    }

    private Mono<Void> read(AlertView... stored) {
        return watch.read(Flux.fromArray(stored).map(view -> new StoredVersion(view.alertId(), view.version())), id -> {
            asked.add(id);
            return Flux.fromArray(stored)
                    .filter(view -> view.alertId().equals(id))
                    .next();
        });
    }

    private static AlertView exhausted(String alert, long version) {
        return new AlertView(
                alert,
                version,
                "EXHAUSTED",
                "B",
                alert,
                List.of(),
                1,
                Helpline.NOW,
                0,
                "SAFETY_NET",
                List.of("sam"),
                null,
                List.of(),
                null,
                null,
                null);
    }
}
