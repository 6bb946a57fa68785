package org.holdfast.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.holdfast.chassis.decide.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SituationTest {

    @Test
    void keepsWhatAChangeDoesNotName() {
        Desk desk = Desk.ruthOnThePhone()
                .after(new ContactCommand.ChangeDetails(
                        new Change(null, new Place("21201", null, null), List.of("mental-health"), Map.of()),
                        Desk.NOW));

        assertThat(desk.facts().situation().language()).isEqualTo("en");
        assertThat(desk.facts().situation().refs()).containsEntry(Detail.CALLER_NAME, "ref1");
        assertThat(desk.facts().situation().needs()).containsExactly("mental-health");
    }

    @Test
    void neverHoldsTheExactSpot() {
        assertThat(new Place(null, 39.290385, -76.612189)).isEqualTo(new Place(null, 39.29, -76.61));
    }

    @ParameterizedTest
    @ValueSource(strings = {"12 Elm Street", "5550123", "410-555-0123", "baltimore", "", "A B C"})
    void refusesAnAddressOrANumberForAnArea(String area) {
        assertThat(refusal(new Change(null, new Place(area, null, null), null, Map.of()))
                        .pointer())
                .isEqualTo("/place/area");
    }

    @ParameterizedTest
    @ValueSource(strings = {"21201", "SW1A", "US-MD", "21201-1234", "400001"})
    void takesAPostalOrAdministrativeCode(String area) {
        Desk.ruthOnThePhone()
                .after(new ContactCommand.ChangeDetails(
                        new Change(null, new Place(area, null, null), null, Map.of()), Desk.NOW));
    }

    @Test
    void refusesAPlaceThatIsNowhere() {
        assertThat(refusal(new Change(null, new Place(null, 91.0, 0.0), null, Map.of()))
                        .pointer())
                .isEqualTo("/place/latitude");
        assertThat(refusal(new Change(null, new Place(null, 1.0, Double.NaN), null, Map.of()))
                        .pointer())
                .isEqualTo("/place/longitude");
        assertThat(refusal(new Change(null, new Place(null, 1.0, null), null, Map.of()))
                        .pointer())
                .isEqualTo("/place/longitude");
        assertThat(refusal(new Change(null, new Place(null, null, null), null, Map.of()))
                        .pointer())
                .isEqualTo("/place");
    }

    @ParameterizedTest
    @ValueSource(strings = {"english please", "e", "en_US", "call her Ruth"})
    void refusesALanguageThatIsNoTag(String language) {
        assertThat(refusal(new Change(language, null, null, Map.of())).pointer())
                .isEqualTo("/language");
    }

    @Test
    void refusesANeedThatIsNoCode() {
        assertThat(refusal(new Change(null, null, List.of("mental-health", "Ruth Example"), Map.of()))
                        .pointer())
                .isEqualTo("/needs/1");
        assertThat(refusal(new Change(null, null, List.of("call-5550123"), Map.of()))
                        .pointer())
                .isEqualTo("/needs/0");
        assertThat(refusal(new Change(null, null, List.of("food", "food"), Map.of()))
                        .pointer())
                .isEqualTo("/needs");
    }

    private static Refusal refusal(Change change) {
        return Desk.ruthOnThePhone().refuses(new ContactCommand.ChangeDetails(change, Desk.NOW));
    }
}
