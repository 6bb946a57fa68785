package org.holdfast.notification.calling;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.holdfast.notification.domain.Helpline;
import org.holdfast.notification.store.AlertView;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** What one instance knows of alerts that another one decides. */
class AlertWatchTest {

    private final AlertWatch watch =
            new AlertWatch(new SimpleMeterRegistry(), Clock.fixed(Helpline.NOW.plusSeconds(90), ZoneOffset.UTC));

    @Test
    void letsGoOfAnAlertThatAnotherInstanceClosed() {
        watch.read(Flux.just(exhausted("one", 3))).block();
        assertThat(watch.waiting("EXHAUSTED")).isEqualTo(1);

        watch.read(Flux.empty()).block();

        assertThat(watch.waiting("EXHAUSTED")).isZero();
        assertThat(watch.oldest()).isEmpty();
    }

    @Test
    void seesAnAlertThatAnotherInstanceRaised() {
        watch.read(Flux.just(exhausted("one", 3), exhausted("other", 1))).block();
        assertThat(watch.waiting("EXHAUSTED")).isEqualTo(2);
        assertThat(watch.oldest()).hasValueSatisfying(age -> assertThat(age).hasSeconds(90));
    }

    @Test
    void keepsWhatCameWhileItRead() {
        watch.read(Flux.defer(() -> {
                    watch.read(Flux.just(exhausted("new", 1))).block();
                    return Flux.<AlertView>empty();
                }))
                .block();
        assertThat(watch.waiting("EXHAUSTED")).isEqualTo(1);
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
