package org.holdfast.referral.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.referral.domain.People.HARBOR;
import static org.holdfast.referral.domain.People.NOON;
import static org.holdfast.referral.domain.People.SHELTER;
import static org.holdfast.referral.domain.People.mariaConsentsTo;
import static org.holdfast.referral.domain.People.propose;
import static org.holdfast.referral.domain.People.sendToHarbor;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PartnerAnswersTest {

    private static final Instant RESPOND_BY = NOON.plus(Duration.ofMinutes(30));
    private static final ReferralCommand.Accept ACCEPT = new ReferralCommand.Accept(HARBOR, NOON.plusSeconds(60));
    private static final ReferralCommand.Decline NO_ROOM =
            new ReferralCommand.Decline(HARBOR, DeclineReason.NO_CAPACITY, DeclinedBy.PROVIDER, null, NOON);

    private static Story sent() {
        return Story.given(propose(), sendToHarbor(mariaConsentsTo(HARBOR)));
    }

    @Test
    void opensAcceptsAndReportsWhatCameOfIt() {
        sent().when(new ReferralCommand.Open(HARBOR, NOON)).thenIn(ReferralState.Opened.class);
        ReferralState.Completed done = sent().when(ACCEPT)
                .when(new ReferralCommand.ReportOutcome(HARBOR, Outcome.GOT_HELP, null, NOON))
                .thenIn(ReferralState.Completed.class);

        assertThat(done.outcome()).isEqualTo(Outcome.GOT_HELP);
    }

    @Test
    void isNotThereForAnyOtherAgency() {
        Story story = sent();

        story.when(new ReferralCommand.Open(SHELTER, NOON)).thenRefused("referral-not-found");
        story.when(new ReferralCommand.Accept(SHELTER, NOON)).thenRefused("referral-not-found");
        story.when(new ReferralCommand.Decline(SHELTER, DeclineReason.OTHER, DeclinedBy.CLIENT, null, NOON))
                .thenRefused("referral-not-found");
        story.when(new ReferralCommand.ReportOutcome(SHELTER, Outcome.OTHER, null, NOON))
                .thenRefused("referral-not-found");
    }

    @Test
    void isNotThereForThePartnerBeforeItIsSent() {
        Story.given(propose(), sendToHarbor(null)).when(ACCEPT).thenRefused("referral-not-found");
    }

    @Test
    void changesNothingWhenAnAnswerIsRepeated() {
        sent().when(ACCEPT).when(ACCEPT).thenNothingChanges();
        sent().when(NO_ROOM).when(NO_ROOM).thenNothingChanges();
    }

    @Test
    void refusesAnotherAnswerAfterANo() {
        sent().when(NO_ROOM).when(ACCEPT).thenRefused("referral-closed");
    }

    @Test
    void refusesToDeclineWhatWasAccepted() {
        sent().when(ACCEPT).when(NO_ROOM).thenRefused("referral-already-accepted");
    }

    @Test
    void refusesAnOutcomeBeforeItWasAccepted() {
        sent().when(new ReferralCommand.ReportOutcome(HARBOR, Outcome.GOT_HELP, null, NOON))
                .thenRefused("referral-not-accepted");
    }

    @Test
    void wantsANoteForTheCodeOther() {
        sent().when(new ReferralCommand.Decline(HARBOR, DeclineReason.OTHER, DeclinedBy.PROVIDER, null, NOON))
                .thenRefused("note-required");
    }

    @Test
    void expiresWhenThePartnerDoesNotAnswerInTime() {
        Story story = sent();
        assertThat(story.decider().timers(story.state())).isEqualTo(Map.of(ReferralDecider.RESPOND_DUE, RESPOND_BY));

        story.when(new ReferralCommand.RespondDue(RESPOND_BY, RESPOND_BY)).thenIn(ReferralState.Expired.class);
        story.when(ACCEPT).thenRefused("referral-closed");
    }

    @Test
    void refusesAnAnswerAfterTheTimeEvenBeforeTheTimerFired() {
        sent().when(new ReferralCommand.Accept(HARBOR, RESPOND_BY)).thenRefused("respond-by-past");
    }

    @Test
    void refusesTheTimerOnceThePartnerHasAnswered() {
        sent().when(ACCEPT)
                .when(new ReferralCommand.RespondDue(RESPOND_BY, RESPOND_BY))
                .thenRefused("timer-stale");
    }

    @Test
    void letsTheFirstOfAcceptAndCancelWin() {
        ReferralCommand.Cancel cancel = new ReferralCommand.Cancel(CancelReason.OTHER_HELP_FOUND, NOON);

        sent().when(cancel).when(ACCEPT).thenRefused("referral-closed");
        sent().when(ACCEPT).when(cancel).thenIn(ReferralState.Cancelled.class);
    }
}
