package org.holdfast.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.intake.domain.Desk.CATALOGUE;
import static org.holdfast.intake.domain.Desk.NOW;
import static org.holdfast.intake.domain.Desk.answers;
import static org.holdfast.intake.domain.Desk.given;
import static org.holdfast.intake.domain.Desk.nobody;
import static org.holdfast.intake.domain.Desk.open;
import static org.holdfast.intake.domain.Desk.ruthOnThePhone;
import static org.holdfast.intake.domain.Desk.yes;

import java.util.List;
import java.util.Map;
import org.holdfast.chassis.decide.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContactDeciderTest {

    @Test
    void opensOnceAndKeepsTheCase() {
        Desk desk = ruthOnThePhone();

        assertThat(desk.facts().opening().caseId()).isEqualTo("case1");
        assertThat(desk.refuses(open()).type()).isEqualTo("contact-exists");
    }

    @Test
    void everythingButOpeningNeedsAContact() {
        assertThat(nobody().refuses(answers(yes("cssrs.q4"))).kind()).isEqualTo(Refusal.Kind.NOT_FOUND);
        assertThat(nobody().refuses(new ContactCommand.EraseCase(null, false, NOW))
                        .kind())
                .isEqualTo(Refusal.Kind.NOT_FOUND);
    }

    @Test
    void keepsWhatWasSaidBeforeACorrection() {
        Desk desk = ruthOnThePhone().after(answers(yes("cssrs.q4")), answers(given("cssrs.q4", "NO")));

        assertThat(desk.facts().answers())
                .singleElement()
                .satisfies(item -> assertThat(item.values())
                        .extracting(Held::value, Held::version)
                        .containsExactly(
                                org.assertj.core.groups.Tuple.tuple("YES", 2L),
                                org.assertj.core.groups.Tuple.tuple("NO", 3L)));
    }

    @Test
    void aRiskAnswerCallsForTheUrgentLaneAndACorrectionDoesNotGiveItBack() {
        Desk desk = ruthOnThePhone();
        assertThat(desk.facts().tally().urgent()).isFalse();
        desk.after(answers(given("cssrs.q1", "YES")));
        assertThat(desk.facts().tally().urgent()).isFalse();
        desk.after(answers(yes("cssrs.q4")));
        assertThat(desk.facts().tally().urgent()).isTrue();
        desk.after(answers(given("cssrs.q4", "NO")));
        assertThat(desk.facts().tally().urgent()).isTrue();
    }

    @Test
    void theHistorySaysOnWhichLaneALaterAnswerTravels() {
        Desk desk = ruthOnThePhone().after(answers(yes("cssrs.q4")));

        assertThat(desk.accepts(answers(given("cssrs.q1", "NO"))))
                .isInstanceOfSatisfying(
                        ContactEvent.AnswersGiven.class,
                        given -> assertThat(given.urgent()).isTrue());
    }

    @Test
    void travelsUrgentlyWhileNobodyKnowsTheProtocol() {
        ContactCommand.OpenContact open = new ContactCommand.OpenContact(
                open().opening(), open().situation(), List.of(), Catalogue.shipped(List.of()));

        assertThat(nobody().after(open).facts().tally().urgent()).isTrue();
    }

    @Test
    void travelsUrgentlyWithAnItemThatNoProtocolKnows() {
        Desk desk = ruthOnThePhone().after(answers(new Given("unrecognised.ref-0", "UNRECOGNISED", false, "ref-0")));

        assertThat(desk.facts().tally().urgent()).isTrue();
        assertThat(desk.facts().answers().getFirst().recognised()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "cssrs.q4, MAYBE, answer-wrong-kind",
        "cssrs.q4, yes, answer-wrong-kind",
        "phq9.q9, 4, answer-out-of-range",
        "phq9.q9, -1, answer-out-of-range",
        "phq9.q9, YES, answer-wrong-kind",
        "cssrs.q6.recency, 2026-02-30, answer-wrong-kind",
        "cssrs.q6.recency, 1899-12-31, date-out-of-range",
        "cssrs.q6.recency, 2026-11-24, date-out-of-range",
        "cssrs.q6.recency, lately, answer-wrong-kind",
        "observed.means, SOMEWHERE, answer-wrong-kind"
    })
    void refusesAValueThatTheProtocolDoesNotAllowAndTakesNoneOfItsNeighbours(String item, String value, String type) {
        Refusal refusal = ruthOnThePhone().refuses(answers(yes("cssrs.q4"), given(item, value)));

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.INVALID);
        assertThat(refusal.type()).isEqualTo(type);
        assertThat(refusal.pointer()).isEqualTo("/answers/1/value");
    }

    @ParameterizedTest
    @CsvSource({
        "cssrs.q4, UNKNOWN",
        "cssrs.q4, NOT_ASKED",
        "phq9.q9, 3",
        "phq9.q9, REFUSED",
        "cssrs.q6.recency, UNKNOWN",
        "cssrs.q6.recency, PAST_3_MONTHS",
        "cssrs.q6.recency, 2026-11-23",
        "cssrs.q6.recency, 1900-01-01",
        "observed.means, IN_HAND"
    })
    void takesEveryValueThatTheProtocolAllows(String item, String value) {
        assertThat(ruthOnThePhone().after(answers(given(item, value))).facts().values())
                .isEqualTo(1);
    }

    @Test
    void refusesTextThatWasNotSealed() {
        Given text = new Given("nickname", "Annie from next door", false, null);

        assertThat(ruthOnThePhone().refuses(answers(text)).type()).isEqualTo("answer-not-recordable");
    }

    @Test
    void refusesAnEmptyRequest() {
        assertThat(ruthOnThePhone().refuses(answers()).pointer()).isEqualTo("/answers");
        assertThat(ruthOnThePhone()
                        .refuses(new ContactCommand.ChangeDetails(new Change(null, null, null, Map.of()), null, NOW))
                        .type())
                .isEqualTo("details-missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"COUNSELLED", "REFERRED", "PRANK"})
    void anUntriagedContactDoesNotEndAsIfItHadBeenTriaged(Disposition disposition) {
        assertThat(ruthOnThePhone()
                        .refuses(new ContactCommand.CloseContact(disposition, "UNTRIAGED", 1, NOW))
                        .type())
                .isEqualTo("contact-untriaged");
        ruthOnThePhone().refuses(new ContactCommand.CloseContact(disposition, null, 1, NOW));
        ruthOnThePhone().refuses(new ContactCommand.CloseContact(disposition, "Z9", 1, NOW));
    }

    @ParameterizedTest
    @ValueSource(strings = {"REFUSED", "LEFT", "WRONG_NUMBER", "INFORMATION", "SILENT", "EMERGENCY_SERVICES", "TEST"})
    void anUntriagedContactEndsWhereTheQuestionsCouldNotBeAsked(Disposition disposition) {
        assertThat(ruthOnThePhone()
                        .after(new ContactCommand.CloseContact(disposition, null, 1, NOW))
                        .state())
                .isInstanceOf(Contact.Closed.class);
    }

    @ParameterizedTest
    @EnumSource(Disposition.class)
    void aTriagedContactEndsInAnyWay(Disposition disposition) {
        for (String code : List.of("A", "B", "C", "D", "E", "F", "G", "OPERATOR_CHOICE")) {
            ruthOnThePhone().after(new ContactCommand.CloseContact(disposition, code, 1, NOW));
        }
    }

    @Test
    void aClosedContactTakesNoAnswersButNotesAndWithdrawals() {
        Desk desk = ruthOnThePhone()
                .after(
                        Desk.consentFor("harbour"),
                        new ContactCommand.CloseContact(Disposition.LEFT, null, 2, NOW),
                        new ContactCommand.WriteNote("note1", NOW),
                        new ContactCommand.WithdrawConsent("consent1", NOW));

        assertThat(desk.refuses(answers(yes("cssrs.q4"))).type()).isEqualTo("contact-closed");
        assertThat(desk.refuses(new ContactCommand.CloseContact(Disposition.LEFT, null, 1, NOW))
                        .type())
                .isEqualTo("contact-closed");
        assertThat(desk.facts().notes()).hasSize(1);
    }

    @Test
    void anErasedContactRemembersNoAnswerAndTakesNothing() {
        Desk desk = ruthOnThePhone().after(answers(yes("cssrs.q4")), new ContactCommand.EraseCase(null, false, NOW));

        assertThat(desk.state()).isEqualTo(new Contact.Erased(open().opening(), NOW, 3));
        assertThat(desk.refuses(new ContactCommand.ReadWords(NOW)).kind()).isEqualTo(Refusal.Kind.GONE);
        assertThat(desk.refuses(answers(yes("cssrs.q4"))).kind()).isEqualTo(Refusal.Kind.GONE);
        assertThat(desk.refuses(new ContactCommand.EraseCase(null, false, NOW)).kind())
                .isEqualTo(Refusal.Kind.GONE);
    }

    @Test
    void isNotErasedUnderAnOpenAlertUnlessThatIsSaid() {
        Desk desk = ruthOnThePhone();

        assertThat(desk.refuses(new ContactCommand.EraseCase("alert-1", false, NOW))
                        .type())
                .isEqualTo("alert-open");
        assertThat(desk.after(new ContactCommand.EraseCase("alert-1", true, NOW))
                        .state())
                .isInstanceOf(Contact.Erased.class);
    }

    @Test
    void whatConcernsNobodyElseLeavesTheToldVersion() {
        Desk desk = ruthOnThePhone()
                .after(
                        answers(yes("cssrs.q4")),
                        new ContactCommand.WriteNote("note1", NOW),
                        Desk.consentFor("harbour"),
                        new ContactCommand.ReadWords(NOW));

        assertThat(desk.facts().tally().version()).isEqualTo(5);
        assertThat(desk.facts().tally().toldVersion()).isEqualTo(2);
    }

    @Test
    void knowsEveryItemOfTheCatalogue() {
        assertThat(CATALOGUE.published()).isTrue();
        assertThat(CATALOGUE.urgent(given("phq9.q9", "1"))).isFalse();
        assertThat(CATALOGUE.urgent(given("phq9.q9", "2"))).isTrue();
        assertThat(CATALOGUE.urgent(given("cssrs.q6.recency", "UNKNOWN"))).isTrue();
        assertThat(CATALOGUE.urgent(given("never.heard", "NO"))).isTrue();
    }

    @Test
    void closingWithAnOlderVersionIsRefusedUnlessTheNewerOnesWereOnlyReadings() {
        Desk read = ruthOnThePhone().after(new ContactCommand.ReadWords(NOW));
        read.after(new ContactCommand.CloseContact(Disposition.LEFT, null, 1, NOW));

        Desk noted = ruthOnThePhone().after(new ContactCommand.WriteNote("note1", NOW));
        assertThat(noted.refuses(new ContactCommand.CloseContact(Disposition.LEFT, null, 1, NOW))
                        .type())
                .isEqualTo("stale");
    }
}
