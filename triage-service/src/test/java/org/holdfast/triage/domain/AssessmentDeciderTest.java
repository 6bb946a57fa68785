package org.holdfast.triage.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.holdfast.chassis.decide.Decision;
import org.holdfast.chassis.decide.Refusal;
import org.holdfast.triage.domain.Assessment.Assessed;
import org.holdfast.triage.domain.protocol.Code;
import org.holdfast.triage.domain.protocol.Evidence;
import org.holdfast.triage.domain.protocol.Reached;
import org.holdfast.triage.domain.protocol.Said;
import org.junit.jupiter.api.Test;

class AssessmentDeciderTest {

    private final Person person = Person.onThePhone();

    @Test
    void isUntriagedWhileNobodyAskedAboutSuicide() {
        person.says("person.age", "40");

        assertThat(person.code()).isEqualTo(Code.UNTRIAGED);
        assertThat(person.assessed().outcome().mustAsk()).containsExactly("cssrs.q1", "cssrs.q2", "cssrs.q6");
        assertThat(person.assessed().outcome().explanations().getFirst().rule()).isEqualTo("R55");
    }

    @Test
    void reachesBAtOnceWithTheRuleTheValueTheSourceAndTheVersion() {
        person.says("cssrs.q1", "NO");
        List<TriageEvent> events = person.says("cssrs.q4", "YES");

        Reached why = person.assessed().outcome().explanations().getFirst();
        assertThat(person.code()).isEqualTo(Code.B);
        assertThat(why.rule()).isEqualTo("R12");
        assertThat(why.evidence()).containsExactly(new Evidence("cssrs.q4", "YES"));
        assertThat(why.source()).contains("Columbia");
        assertThat(why.protocolVersion()).isEqualTo("1.0.0");
        assertThat(events)
                .filteredOn(TriageEvent.UrgencyReached.class::isInstance)
                .singleElement()
                .extracting(event -> ((TriageEvent.UrgencyReached) event).factId())
                .isEqualTo("anna.B.R12");
        assertThat(person.assessed().outcome().due().respondBy())
                .isEqualTo(person.lastSaid().plus(Duration.ofHours(4)));
    }

    @Test
    void aLaterNoDoesNotTakeItBack() {
        person.says("cssrs.q4", "YES");
        List<TriageEvent> events = person.says("cssrs.q4", "NO");

        assertThat(person.code()).isEqualTo(Code.B);
        assertThat(events).noneMatch(TriageEvent.UrgencyReached.class::isInstance);
    }

    @Test
    void aCorrectedAnswerStillCountsTogetherWithWhatIsSaidLater() {
        person.says("cssrs.q5", "YES");
        person.says("cssrs.q5", "NO");
        person.says("obs.means-at-hand", "YES");
        person.says("obs.timeframe", "NOW");
        person.says("obs.timeframe", "LATER");
        person.says("obs.unwilling-to-act-for-safety", "YES");

        assertThat(person.code()).isEqualTo(Code.A);
        assertThat(person.assessed().outcome().explanations().getFirst().rule()).isEqualTo("R07");
    }

    @Test
    void aYesCountsThoughItWasCorrectedInTheSameBreath() {
        ContactFacts typed =
                Person.at(1, List.of(new Said("YES", 1, person.now()), new Said("NO", 1, person.now())), "cssrs.q4");
        person.hears(typed);

        assertThat(person.code()).isEqualTo(Code.B);
    }

    @Test
    void tellsAAgainAfterB() {
        person.says("cssrs.q4", "YES");
        List<TriageEvent> events = person.says("obs.attempt-in-progress", "YES");

        assertThat(person.code()).isEqualTo(Code.A);
        assertThat(events)
                .anyMatch(event -> event instanceof TriageEvent.UrgencyReached fact
                        && fact.factId().equals("anna.A.R01"));
    }

    @Test
    void tellsNewRiskOfTheSameCodeBecauseTheAlertForTheOldMayBeClosed() {
        person.says("cssrs.q4", "YES");
        person.waits(Duration.ofMinutes(10));
        List<TriageEvent> events = person.says("cssrs.q5", "YES");

        TriageEvent.UrgencyReached fact = Person.urgency(events).getFirst();
        assertThat(fact.factId()).isEqualTo("anna.B.R11");
        assertThat(fact.code()).isEqualTo(Code.B);
        assertThat(fact.since()).isEqualTo(person.lastSaid());
        assertThat(fact.respondBy()).isEqualTo(person.lastSaid().plus(Duration.ofHours(4)));
        assertThat(person.assessed().urgent())
                .extracting(TriageEvent.UrgencyReached::factId)
                .containsExactly("anna.B.R12", "anna.B.R11");
    }

    @Test
    void tellsNewRiskOfALesserCodeWithTheCodeThatStands() {
        person.says("obs.attempt-in-progress", "YES");

        assertThat(Person.urgency(person.says("cssrs.q4", "YES")))
                .singleElement()
                .extracting(TriageEvent.UrgencyReached::factId, TriageEvent.UrgencyReached::code)
                .containsExactly("anna.B.R12", Code.A);
    }

    @Test
    void tellsNoFactTwiceThoughItIsCorrectedOrHeardAgain() {
        person.says("cssrs.q4", "YES");
        ContactFacts heard = person.facts();

        assertThat(Person.urgency(person.says("cssrs.q4", "NO"))).isEmpty();
        assertThat(person.hears(heard)).isEqualTo(Decision.accepted());
    }

    @Test
    void tellsOneFactForWhatIsSaidInOneBreathAndTheNextBreathTellsAgain() {
        person.unheard("cssrs.q4", "YES");
        person.unheard("obs.attempt-in-progress", "YES");
        List<TriageEvent> both = person.says("cssrs.q5", "YES");
        List<TriageEvent> next = person.says("obs.seizure", "YES");

        assertThat(Person.urgency(both))
                .extracting(TriageEvent.UrgencyReached::factId)
                .containsExactly("anna.A.R01");
        assertThat(Person.urgency(next))
                .extracting(TriageEvent.UrgencyReached::factId)
                .containsExactly("anna.A.R10");
    }

    @Test
    void callsForAReferralOnce() {
        List<TriageEvent> first = person.says("cssrs.q2", "YES");
        List<TriageEvent> second = person.says("cssrs.q4", "YES");

        assertThat(first).anyMatch(TriageEvent.ReferralCalled.class::isInstance);
        assertThat(second).noneMatch(TriageEvent.ReferralCalled.class::isInstance);
    }

    @Test
    void anUnreadableAnswerIsUnknownAndFlagged() {
        person.says("cssrs.q4", "true");

        assertThat(person.code()).isEqualTo(Code.UNTRIAGED);
        assertThat(person.assessed().outcome().flags()).contains("UNRECOGNISED_ITEM");
        assertThat(person.assessed().outcome().mustAsk()).contains("cssrs.q4");
    }

    @Test
    void notKnowingAnObservationKeepsAContactUntriagedThoughTheScreenIsAllNo() {
        person.answersTheScreenWithNo();
        person.says("obs.self-poisoning-24h", "UNKNOWN");

        assertThat(person.code()).isEqualTo(Code.UNTRIAGED);
        assertThat(person.assessed().outcome().mustAsk()).contains("obs.self-poisoning-24h");
    }

    @Test
    void aYesThatNoRuleExplainsKeepsAContactUntriaged() {
        person.answersTheScreenWithNo();
        person.says("obs.weapon-in-hand", "YES");

        assertThat(person.code()).isEqualTo(Code.UNTRIAGED);
        assertThat(person.assessed().outcome().mustAsk()).contains("obs.threat");
    }

    @Test
    void aYesThatIsRefusedLaterStaysAConcern() {
        person.answersTheScreenWithNo();
        person.says("pss3.attempt", "YES");
        person.says("pss3.attempt.recency", "OVER_6_MONTHS");
        person.says("pss3.attempt", "REFUSED");

        assertThat(person.code()).isEqualTo(Code.UNTRIAGED);
    }

    @Test
    void theOperatorPicksWhereNothingFiredAndTheScreenIsAllNo() {
        person.answersTheScreenWithNo();
        assertThat(person.code()).isEqualTo(Code.OPERATOR_CHOICE);

        person.operatorPicks(Code.F);

        assertThat(person.code()).isEqualTo(Code.F);
        assertThat(person.assessed().outcome().explanations())
                .extracting(Reached::rule)
                .containsExactly("R54");
    }

    @Test
    void refusesAPickWhereARuleFiredOrQuestionsAreOpen() {
        person.says("cssrs.q2", "YES");
        assertThat(refusal(person.operatorPicks(Code.G)).type()).isEqualTo("choice-not-open");
        Person other = Person.onThePhone();
        other.says("person.age", "20");
        assertThat(refusal(other.operatorPicks(Code.G)).type()).isEqualTo("choice-not-open");
    }

    @Test
    void refusesToPickACodeThatIsNotTheOperators() {
        person.answersTheScreenWithNo();

        assertThat(refusal(person.operatorPicks(Code.B)).pointer()).isEqualTo("/code");
    }

    @Test
    void aPickCanBeRaisedButNotLowered() {
        person.answersTheScreenWithNo();
        person.operatorPicks(Code.F);

        assertThat(person.operatorPicks(Code.F)).isEqualTo(Decision.accepted());
        assertThat(refusal(person.operatorPicks(Code.G)).type()).isEqualTo("choice-not-open");
        person.operatorPicks(Code.E);
        assertThat(person.code()).isEqualTo(Code.E);
    }

    @Test
    void anAnswerRaisesOverAPick() {
        person.answersTheScreenWithNo();
        person.operatorPicks(Code.G);
        person.says("cssrs.q1", "YES");

        assertThat(person.code()).isEqualTo(Code.D);
    }

    @Test
    void anOldMessageChangesNothing() {
        person.says("cssrs.q1", "NO");
        ContactFacts old = person.facts();
        person.says("cssrs.q4", "YES");

        assertThat(person.hears(old)).isEqualTo(Decision.accepted());
        assertThat(person.hears(person.facts())).isEqualTo(Decision.accepted());
    }

    @Test
    void anOldMessageThatBringsARiskAnswerIsJoined() {
        person.says("cssrs.q1", "NO");
        ContactFacts lost = person.unheard("cssrs.q4", "YES");
        person.hears(Person.at(9, lost.items().get("cssrs.q1"), "cssrs.q1"));
        assertThat(person.code()).isEqualTo(Code.UNTRIAGED);

        person.hears(lost);

        assertThat(person.code()).isEqualTo(Code.B);
        assertThat(person.assessed().contact().version()).isEqualTo(9);
    }

    @Test
    void keepsNothingOfAnErasedCaseAndAssessesItNoMore() {
        person.says("cssrs.q4", "YES");
        person.isErased();

        assertThat(person.state()).isInstanceOf(Assessment.Erased.class);
        assertThat(refusal(person.hears(person.facts())).kind()).isEqualTo(Refusal.Kind.GONE);
    }

    @Test
    void aClosedContactKeepsItsCode() {
        person.says("cssrs.q4", "YES");
        person.hangsUp();

        Assessed assessed = person.assessed();
        assertThat(assessed.contact().closed()).isTrue();
        assertThat(assessed.outcome().code()).isEqualTo(Code.B);
    }

    private static Refusal refusal(Decision<TriageEvent> decision) {
        assertThat(decision).isInstanceOf(Decision.Refused.class);
        return ((Decision.Refused<TriageEvent>) decision).refusal();
    }
}
