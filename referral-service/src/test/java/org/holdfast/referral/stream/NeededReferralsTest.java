package org.holdfast.referral.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.holdfast.contracts.intake.CaseErased;
import org.holdfast.contracts.triage.ReferralNeeded;
import org.holdfast.referral.ReferralHouse;
import org.junit.jupiter.api.Test;

class NeededReferralsTest extends ReferralHouse {

    @Test
    void listsWhoOughtToBeReferredUntilSomethingIsProposed() {
        Caller maria = maria();
        called(maria, 2);

        assertThat(needed(200)).contains(maria.contactId());
        proposed(maria, "crisis");
        eventually("the list is empty of her", () -> !needed(200).contains(maria.contactId()));
    }

    @Test
    void listsNobodyAgainWhoWasServed() {
        Caller maria = maria();
        called(maria, 2);
        proposed(maria, "crisis");
        eventually("the list is empty of her", () -> !needed(200).contains(maria.contactId()));

        called(maria, 2);
        called(maria, 3);

        assertThat(needed(200)).doesNotContain(maria.contactId());
    }

    @Test
    void listsNobodyWhoWasServedBeforeTriageWasHeard() {
        Caller maria = maria();
        String id = (String) proposed(maria, "crisis").get("referralId");
        eventually("the referral is beside its contact", () -> wasTold("proposed", id));

        called(maria, 1);

        eventually("the list is empty of her", () -> !needed(200).contains(maria.contactId()));
    }

    @Test
    void listsNobodyOfAnErasedCase() {
        Caller maria = maria();
        called(maria, 2);

        hear(new CaseErased(maria.caseId(), NOON));
        assertThat(needed(200)).doesNotContain(maria.contactId());
        called(maria, 3);

        assertThat(needed(200)).doesNotContain(maria.contactId());
    }

    @Test
    void showsEverybodyOnceAcrossPagesHoweverManyWereServedBefore() {
        List<Caller> callers = IntStream.range(0, 7)
                .mapToObj(i -> caller("a" + i + "-" + UUID.randomUUID(), "case-" + UUID.randomUUID()))
                .toList();
        callers.forEach(caller -> called(caller, 1));
        callers.subList(0, 4).forEach(caller -> proposed(caller, "crisis"));

        eventually(
                "the served ones are gone",
                () -> callers.subList(0, 4).stream()
                        .noneMatch(caller -> needed(200).contains(caller.contactId())));

        assertThat(needed(2))
                .doesNotHaveDuplicates()
                .containsSubsequence(
                        callers.subList(4, 7).stream().map(Caller::contactId).toList());
        assertThat((List<?>) page("?limit=1").get("items")).hasSize(1);
    }

    private void called(Caller caller, long version) {
        ReferralNeeded need = new ReferralNeeded(caller.contactId(), caller.caseId(), version, "C", NOON);
        assessments.hear(heard(need, false)).block(Duration.ofSeconds(5));
    }

    /** Everybody on the list, page after page. */
    private List<String> needed(int limit) {
        List<String> all = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            Map<?, ?> page = page("?limit=" + limit + cursor);
            ((List<?>) page.get("items")).forEach(one -> all.add((String) ((Map<?, ?>) one).get("contactId")));
            cursor = page.get("next") == null ? null : "&cursor=" + page.get("next");
        }
        return all;
    }

    private Map<?, ?> page(String query) {
        return ok(mia().get().uri("/needed-referrals" + query).exchange(), 200);
    }
}
