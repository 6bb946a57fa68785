package org.holdfast.referral.store.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.holdfast.referral.domain.directory.Flag;
import org.holdfast.referral.domain.directory.Language;
import org.holdfast.referral.domain.directory.Listing;
import org.holdfast.referral.domain.directory.Location;
import org.junit.jupiter.api.Test;

class CharmcareExportTest {

    private static Imported baltimore() {
        return DirectorySource.of(RealDirectories.baltimore().toString()).read(250);
    }

    @Test
    void bringsInEveryService() {
        Imported imported = baltimore();

        assertThat(imported.listings()).hasSize(1_876);
        assertThat(imported.listings()).extracting(Listing::id).doesNotHaveDuplicates();
        assertThat(imported.counts())
                .containsEntry("services", 1_876)
                .containsEntry("locations", 1_482)
                .containsEntry("organizations", 748)
                .containsEntry("phones", 7_157)
                .containsEntry("terms", 517);
    }

    @Test
    void flagsWhatCannotBeRightAndKeepsIt() {
        Imported imported = baltimore();
        Map<String, Long> problems =
                imported.flags().stream().collect(Collectors.groupingBy(Flag::problem, Collectors.counting()));

        assertThat(problems)
                .containsEntry("malformed-phone", 28L)
                .containsEntry("far-coordinates", 2L)
                .containsEntry("no-location", 1L);
        assertThat(imported.flags())
                .filteredOn(flag -> flag.problem().equals("malformed-phone"))
                .extracting(Flag::value)
                .contains("(800) 370-LEAD", "(   ) 911-", "(410) 526-985");
        Listing inTennessee = imported.listings().stream()
                .filter(listing ->
                        listing.flags().stream().anyMatch(flag -> flag.record().equals("location/509")))
                .findFirst()
                .orElseThrow();
        assertThat(inTennessee.service().locations())
                .extracting(Location::latitude)
                .containsExactly(35.9496395);
        assertThat(inTennessee.points()).isEmpty();
    }

    @Test
    void keepsTheClassificationWithItsBroaderTerms() {
        Listing pantry = baltimore().listings().stream()
                .filter(listing -> listing.terms().contains("food pantry"))
                .findFirst()
                .orElseThrow();

        assertThat(pantry.broader()).contains("food");
    }

    @Test
    void readsLanguagesWithoutBelievingMoreThanWasSaid() throws Exception {
        LanguageWords words = LanguageWords.shipped();

        assertThat(words.read("x", "Spanish and Korean.").spoken())
                .extracting(Language::code, Language::limited)
                .containsExactlyInAnyOrder(tuple("es", false), tuple("ko", false));
        for (String partly :
                List.of("Limited Spanish.", "Materials in Spanish.", "Spanish (Mon only).", "Some Spanish.")) {
            assertThat(words.read("x", partly).spoken())
                    .as(partly)
                    .allMatch(Language::limited)
                    .hasSize(1);
        }
        LanguageWords.Reading line = words.read("x", "Spanish. Language Line.");
        assertThat(line.others()).isEqualTo("Language Line.");
        assertThat(line.spoken()).noneMatch(Language::limited).hasSize(1);
        assertThat(words.read("x", "Sign Language interpreters available.").others())
                .isEmpty();
    }
}
