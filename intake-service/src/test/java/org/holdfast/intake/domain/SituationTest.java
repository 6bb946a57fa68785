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
                        null,
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
    @ValueSource(
            strings = {
                "12 Elm Street",
                "12 ELM ST",
                "5550123",
                "410-555-0123",
                "410 5550123",
                "4105550123",
                "baltimore",
                "MARIA LOPEZ",
                "MARIA1",
                "MARIA 1",
                "JOSÉ 1",
                "२१२०१",
                "US-MD",
                "1",
                "1234-567890-",
                "ABC-DEF-12345",
                "",
                "A B C"
            })
    void refusesAnAddressOrANumberForAnArea(String area) {
        assertThat(refusal(new Change(null, new Place(area, null, null), null, Map.of()))
                        .pointer())
                .isEqualTo("/place/area");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "21201",
                "SW1A",
                "SW1A 1AA",
                "1012 AB",
                "K1A 0B1",
                "US-MD-21201",
                "US-MD-212345",
                "21201-1234",
                "400001",
                "A1"
            })
    void takesAPostalOrAdministrativeCode(String area) {
        Desk.ruthOnThePhone()
                .after(new ContactCommand.ChangeDetails(
                        new Change(null, new Place(area, null, null), null, Map.of()), null, Desk.NOW));
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
    @ValueSource(
            strings = {
                "english please",
                "e",
                "en_US",
                "call her Ruth",
                "ann-lisa",
                "ann",
                "en-lisa",
                "en-Mary",
                "en-ZZ",
                "en-US-x-ruth",
                "xx",
                "ñe",
                "mary"
            })
    void refusesALanguageThatIsNoTag(String language) {
        assertThat(refusal(new Change(language, null, null, Map.of())).pointer())
                .isEqualTo("/language");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "EN", "es-MX", "es-419", "zh-Hant", "zh-Hans-SG", "spa", "ase", "fil", "sr-Latn-RS"})
    void takesATagOfAKnownLanguage(String language) {
        Desk.ruthOnThePhone()
                .after(new ContactCommand.ChangeDetails(new Change(language, null, null, Map.of()), null, Desk.NOW));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"maria-lopez-is-suicidal", "Ruth Example", "ruth", "MENTAL-HEALTH", "josé", "mental-health ", ""
            })
    void refusesANeedThatTheDirectoryDoesNotHaveAndSaysWhichItHas(String need) {
        Refusal refusal = refusal(new Change(null, null, List.of("mental-health", need), Map.of()));

        assertThat(refusal.type()).isEqualTo("need-unknown");
        assertThat(refusal.pointer()).isEqualTo("/needs/1");
        assertThat(refusal.detail()).isEqualTo("A need is one of: crisis, mental-health, food.");
    }

    @Test
    void anOpeningIsHeldToTheSameNeeds() {
        ContactCommand.OpenContact open = new ContactCommand.OpenContact(
                Desk.open().opening(),
                new Change("en", null, List.of("maria-lopez-is-suicidal"), Map.of()),
                List.of(),
                Desk.CATALOGUE);

        assertThat(Desk.nobody().refuses(open).type()).isEqualTo("need-unknown");
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
        return Desk.ruthOnThePhone().refuses(new ContactCommand.ChangeDetails(change, null, Desk.NOW));
    }
}
