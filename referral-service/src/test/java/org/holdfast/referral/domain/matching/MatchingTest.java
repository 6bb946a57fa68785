package org.holdfast.referral.domain.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.referral.domain.matching.Directories.MONDAY_NOON;
import static org.holdfast.referral.domain.matching.Directories.Made.aCrisisTeam;
import static org.holdfast.referral.domain.matching.Directories.crisisInEnglish;
import static org.holdfast.referral.domain.matching.Directories.matching;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.holdfast.referral.domain.directory.Listing;
import org.holdfast.referral.domain.matching.Directories.Made;
import org.junit.jupiter.api.Test;

class MatchingTest {

    private static List<String> order(Wanted wanted, Made... made) {
        List<Listing> listings = Arrays.stream(made).map(Made::listing).toList();
        return matching().match(wanted, Considered.all(listings)).candidates().stream()
                .map(Candidate::serviceId)
                .toList();
    }

    private static Verdict verdict(String criterion, Wanted wanted, Made made) {
        return matching()
                .match(wanted, Considered.all(List.of(made.listing())))
                .candidates()
                .getFirst()
                .verdicts()
                .stream()
                .filter(verdict -> verdict.criterion().equals(criterion))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void putsTheNearerBandFirst() {
        assertThat(order(
                        crisisInEnglish(),
                        aCrisisTeam("far").at(39.6, -76.61),
                        aCrisisTeam("near").at(39.291, -76.61)))
                .containsExactly("near", "far");
    }

    @Test
    void leavesOutWhatIsClosedTooFarOrForSomethingElseAndSaysWhy() {
        Matched matched = matching()
                .match(
                        crisisInEnglish(),
                        Considered.all(List.of(
                                aCrisisTeam("closed")
                                        .status("temporarily closed")
                                        .listing(),
                                aCrisisTeam("away").at(45, -76.61).listing(),
                                new Made("clothes")
                                        .status("active")
                                        .term("Clothing")
                                        .listing())));

        assertThat(matched.candidates()).isEmpty();
        assertThat(matched.excluded()).containsOnly(Map.entry("status", 1), Map.entry("area", 1), Map.entry("need", 1));
    }

    @Test
    void readsCoordinatesThatCannotBeRightAsUnknown() {
        Verdict area = verdict(
                "area", crisisInEnglish(), aCrisisTeam("x").at(45, -76.61).farCoordinates());

        assertThat(area.result()).isEqualTo(Result.UNKNOWN);
    }

    @Test
    void readsAMentionInProseAsUnknownNotAsAPass() {
        Verdict need = verdict(
                "need", crisisInEnglish(), new Made("x").status("active").description("A Crisis line for teens"));

        assertThat(need.result()).isEqualTo(Result.UNKNOWN);
        assertThat(need.value()).isEqualTo("description mentions crisis");
        assertThat(need.source()).isEqualTo("service.description");
    }

    @Test
    void ranksASpokenLanguageOverAnInterpreterOverSilenceOverANo() {
        Wanted spanish = new Wanted(Directories.CRISIS, null, null, "es-MX", null, false, MONDAY_NOON);

        assertThat(order(
                        spanish,
                        aCrisisTeam("no").language("en"),
                        aCrisisTeam("silent"),
                        aCrisisTeam("interpreter").interpretation("Language Line available"),
                        aCrisisTeam("spoken").language("es")))
                .containsExactly("spoken", "interpreter", "silent", "no");
    }

    @Test
    void readsAVagueWordAboutLanguagesAsUnknown() {
        Wanted spanish = new Wanted(Directories.CRISIS, null, null, "es", null, false, MONDAY_NOON);

        assertThat(verdict("language", spanish, aCrisisTeam("x").interpretation("Accommodations possible."))
                        .result())
                .isEqualTo(Result.UNKNOWN);
    }

    @Test
    void excludesByAgeOnlyWhenTheAgeIsKnown() {
        Wanted aged16 = new Wanted(Directories.CRISIS, null, null, "en", 16, false, MONDAY_NOON);

        assertThat(order(
                        aged16,
                        aCrisisTeam("adults").ages(18, null),
                        aCrisisTeam("teens").ages(12, 17)))
                .containsExactly("teens");
        assertThat(order(crisisInEnglish(), aCrisisTeam("adults").ages(18, null)))
                .containsExactly("adults");
    }

    @Test
    void putsWhoIsOpenNowFirstWhenItCannotWait() {
        Wanted urgent = new Wanted(Directories.CRISIS, null, Directories.CITY, "en", null, true, MONDAY_NOON);

        assertThat(order(
                        urgent,
                        aCrisisTeam("near-closed").at(39.29, -76.61).open("MO", "13:00", "14:00"),
                        aCrisisTeam("far-open").at(39.5, -76.61).open("MO,TU,WE,TH,FR,SA,SU", "00:00", "24:00")))
                .containsExactly("far-open", "near-closed");
    }

    @Test
    void knowsAnOpeningPastMidnight() {
        Wanted atTwoAtNight =
                new Wanted(Directories.CRISIS, null, null, "en", null, false, MONDAY_NOON.plus(Duration.ofHours(14)));

        assertThat(verdict("hours", atTwoAtNight, aCrisisTeam("x").open("MO", "22:00", "06:00"))
                        .value())
                .isEqualTo("open now");
        assertThat(verdict("hours", atTwoAtNight, aCrisisTeam("x").open("TU", "22:00", "06:00"))
                        .result())
                .isEqualTo(Result.FAIL);
    }

    @Test
    void readsAnOldCapacityAsUnknownAndAnEmptyOneAsANoThatDoesNotExclude() {
        assertThat(verdict(
                                "capacity",
                                crisisInEnglish(),
                                aCrisisTeam("x").capacity(3, MONDAY_NOON.minus(Duration.ofHours(25))))
                        .result())
                .isEqualTo(Result.UNKNOWN);
        assertThat(verdict("capacity", crisisInEnglish(), aCrisisTeam("x").capacity(0, MONDAY_NOON))
                        .result())
                .isEqualTo(Result.FAIL);
    }

    @Test
    void endsWithTheIdSoThatTheOrderIsTotal() {
        assertThat(order(crisisInEnglish(), aCrisisTeam("b"), aCrisisTeam("a"))).containsExactly("a", "b");
    }
}
