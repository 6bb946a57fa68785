package org.holdfast.referral.domain.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.holdfast.chassis.testkit.Seeds;
import org.holdfast.referral.domain.directory.Listing;
import org.junit.jupiter.api.Test;

/** Matching keeps its promises on any directory. */
class MatchingPropertiesTest {

    private static final Set<String> EXCLUDING = Set.of("status", "need", "eligibility", "area");

    private static Wanted wanted(Random random) {
        return new Wanted(
                Directories.CRISIS,
                random.nextBoolean() ? "21201" : null,
                random.nextInt(4) == 0 ? null : Directories.CITY,
                random.nextInt(4) == 0 ? null : random.nextBoolean() ? "en" : "es",
                random.nextBoolean() ? null : random.nextInt(90),
                random.nextBoolean(),
                Directories.MONDAY_NOON.plusSeconds(random.nextInt(7 * 24 * 3600)));
    }

    @Test
    void givesTheSameOrderWhateverTheOrderOfTheDirectory() {
        Random random = Seeds.random(getClass());
        for (int run = 0; run < 300; run++) {
            List<Listing> directory = Directories.drawn(random, 60);
            Wanted wanted = wanted(random);
            Matched matched = Directories.matching().match(wanted, Considered.all(directory));
            List<Listing> shuffled = new ArrayList<>(directory);
            Collections.shuffle(shuffled, random);
            assertThat(Directories.matching().match(wanted, Considered.all(shuffled)))
                    .isEqualTo(matched);
        }
    }

    @Test
    void excludesOnlyByADefiniteNoAndLosesNobodyElse() {
        Random random = Seeds.random(getClass());
        int excluded = 0;
        int kept = 0;
        for (int run = 0; run < 300; run++) {
            List<Listing> directory = Directories.drawn(random, 60);
            Matched matched = Directories.matching().match(wanted(random), Considered.all(directory));
            int ruledOut = matched.excluded().values().stream()
                    .mapToInt(Integer::intValue)
                    .sum();
            assertThat(matched.candidates().size() + ruledOut).isEqualTo(directory.size());
            assertThat(matched.candidates())
                    .allSatisfy(candidate -> assertThat(candidate.verdicts())
                            .noneMatch(verdict ->
                                    EXCLUDING.contains(verdict.criterion()) && verdict.result() == Result.FAIL));
            assertThat(EXCLUDING).containsAll(matched.excluded().keySet());
            excluded += ruledOut;
            kept += matched.candidates().size();
        }
        assertThat(excluded).isPositive();
        assertThat(kept).isPositive();
    }

    @Test
    void neverCountsAnUnknownAsAPass() {
        Matched nothingStated = Directories.matching()
                .match(
                        Directories.crisisInEnglish(),
                        Considered.all(List.of(new Directories.Made("silent").listing())));
        assertThat(nothingStated.candidates())
                .singleElement()
                .satisfies(silent ->
                        assertThat(silent.verdicts()).allMatch(verdict -> verdict.result() == Result.UNKNOWN));
        Random random = Seeds.random(getClass());
        for (int run = 0; run < 300; run++) {
            Matched matched =
                    Directories.matching().match(wanted(random), Considered.all(Directories.drawn(random, 60)));
            for (int i = 1; i < matched.candidates().size(); i++) {
                assertThat(statusThenNeed(matched.candidates().get(i - 1)))
                        .isLessThanOrEqualTo(statusThenNeed(matched.candidates().get(i)));
            }
            matched.candidates()
                    .forEach(candidate -> assertThat(candidate.reasons()).hasSize((int) candidate.verdicts().stream()
                            .filter(verdict -> verdict.result() == Result.PASS)
                            .count()));
        }
    }

    @Test
    void saysOneThingForEachCriterionWithItsSource() {
        Random random = Seeds.random(getClass());
        Matched matched = Directories.matching().match(wanted(random), Considered.all(Directories.drawn(random, 200)));
        assertThat(matched.candidates()).allSatisfy(candidate -> {
            Set<String> criteria = new HashSet<>();
            candidate.verdicts().forEach(verdict -> {
                assertThat(criteria.add(verdict.criterion())).isTrue();
                assertThat(verdict.value()).isNotBlank();
                assertThat(verdict.source()).isNotBlank();
            });
            assertThat(criteria).hasSize(8);
        });
    }

    private static int statusThenNeed(Candidate candidate) {
        int status = candidate.verdicts().get(0).result().ordinal();
        int need = candidate.verdicts().get(1).result().ordinal();
        return status * 10 + need;
    }
}
