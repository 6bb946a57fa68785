package org.holdfast.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.holdfast.notification.domain.alert.AlertCommand.Outcome;
import org.holdfast.notification.domain.alert.PageState;
import org.holdfast.notification.domain.alert.Reason;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Flux;

/** What every channel promises, whatever its provider does. */
public abstract class CourierContract {

    protected static final Duration SHORT = Duration.ofMillis(1500);

    /** When a provider that is late answers. */
    public static final Duration LATE = SHORT.multipliedBy(2);

    /** How a provider behaves. */
    public enum Mood {
        TAKES,
        REFUSES,
        /** Says no only when it has read all of the message. */
        SPURNS,
        SLOW,
        HANGS,
        CLOSES,
        /** Takes the message, and says so only after the deadline. */
        LATE,
        /** Takes the message, and hangs up without a word. */
        LOSES
    }

    /** A provider whose mood can be set. */
    public interface Provider extends AutoCloseable {
        void mood(Mood mood);

        /** Everything that was taken, as it came over the wire. */
        List<String> taken();

        /** How many tries it left hanging. */
        int hanging();

        @Override
        void close();
    }

    private Provider provider;
    private Courier courier;

    protected abstract Provider provider();

    protected abstract Courier courier(Provider provider, Duration deadline);

    protected abstract String address(Provider provider);

    protected @Nullable String secret() {
        return null;
    }

    @BeforeEach
    void begin() {
        provider = provider();
        courier = courier(provider, SHORT);
    }

    @AfterEach
    void end() throws Exception {
        provider.close();
        if (courier instanceof AutoCloseable closeable) {
            closeable.close();
        }
    }

    @Test
    void deliversWhenTheProviderTakesIt() {
        assertThat(carried(letter("page_1"))).isEqualTo(Outcome.DELIVERED);
        assertThat(provider.taken()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"REFUSES", "SPURNS"})
    void failsWhenTheProviderSaysNo(Mood mood) {
        provider.mood(mood);
        assertThat(carried(letter("page_1"))).isEqualTo(Outcome.FAILED);
    }

    @Test
    void waitsForASlowProvider() {
        provider.mood(Mood.SLOW);
        assertThat(carried(letter("page_1"))).isEqualTo(Outcome.DELIVERED);
    }

    @Test
    void failsAtItsDeadlineWhenTheProviderHangs() {
        provider.mood(Mood.HANGS);
        long begun = System.nanoTime();
        assertThat(carried(letter("page_1"))).isIn(Outcome.FAILED, Outcome.UNKNOWN);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isBetween(SHORT, SHORT.multipliedBy(3));
    }

    @Test
    void failsWhenTheProviderHangsUp() {
        provider.mood(Mood.CLOSES);
        assertThat(carried(letter("page_1"))).isIn(Outcome.FAILED, Outcome.UNKNOWN);
    }

    @ParameterizedTest
    @EnumSource(names = {"LATE", "LOSES"})
    void doesNotKnowWhatBecameOfALetterThatWasTakenWithoutAWord(Mood mood) {
        provider.mood(mood);
        assertThat(carried(letter("page_1"))).isEqualTo(Outcome.UNKNOWN);
        assertThat(provider.taken()).hasSize(1);
    }

    @Test
    void givesAPageTwiceAtMostToAProviderThatTakesItAndAnswersTooLate() {
        provider.mood(Mood.LATE);
        Calling calling = new Calling();
        for (int i = 0; i < 10 && calling.wants(); i++) {
            calling.record(carried(letter(calling.page().id())));
        }
        assertThat(calling.page().state()).isEqualTo(PageState.GIVEN_UP);
        assertThat(provider.taken())
                .hasSize(2)
                .allSatisfy(text -> assertThat(text).contains(calling.page().id()));
    }

    @Test
    void failsWhenNobodyListens() {
        provider.close();
        assertThat(carried(letter("page_1"))).isEqualTo(Outcome.FAILED);
    }

    @Test
    void deliversToOthersWhileManyHang() {
        provider.mood(Mood.HANGS);
        var hanging = Flux.range(0, 20)
                .flatMap(i -> courier.carry(letter("page_h" + i)), 20)
                .subscribe();
        await().atMost(SHORT).until(() -> provider.hanging() == 20);
        provider.mood(Mood.TAKES);
        List<Outcome> outcomes = Flux.range(0, 20)
                .flatMap(i -> courier.carry(letter("page_" + i)), 20)
                .collectList()
                .block(Duration.ofSeconds(20));
        hanging.dispose();
        assertThat(outcomes).filteredOn(outcome -> outcome == Outcome.DELIVERED).hasSize(20);
    }

    @Test
    void saysNothingButFixedWordsTheLinkAndTheDigits() {
        for (Reason reason : Reason.values()) {
            carried(letter("page_" + reason, reason));
        }
        assertThat(provider.taken())
                .hasSize(Reason.values().length)
                .allSatisfy(text -> assertThat(text)
                        .contains("https://desk.helpline.example/a/token")
                        .contains("42")
                        .doesNotContainPattern("(?i)case|contact|suicid|code [abc]\\b|risk"));
    }

    @Test
    void carriesTheSameIdAtEveryTry() {
        carried(letter("page_7f"));
        carried(letter("page_7f"));
        assertThat(provider.taken())
                .hasSize(2)
                .allSatisfy(text -> assertThat(text).contains("page_7f"));
    }

    protected Letter letter(String id) {
        return letter(id, Reason.RAISED);
    }

    private Letter letter(String id, Reason reason) {
        return new Letter(
                id, address(provider), secret(), reason, "https://desk.helpline.example/a/token", "42", Instant.now());
    }

    private Outcome carried(Letter letter) {
        Outcome outcome = courier.carry(letter).block(Duration.ofSeconds(20));
        assertThat(outcome).isNotNull();
        return outcome;
    }
}
