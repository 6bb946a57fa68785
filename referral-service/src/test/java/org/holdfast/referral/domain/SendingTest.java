package org.holdfast.referral.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.referral.domain.People.CRISIS_LINE;
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

class SendingTest {

    private static final Instant GIVE_UP = NOON.plus(Duration.ofMinutes(5));

    @Test
    void sendsWithAConsentThatNamesThePartner() {
        ReferralState.Sent sent = Story.given(propose())
                .when(sendToHarbor(mariaConsentsTo(HARBOR)))
                .thenIn(ReferralState.Sent.class);

        assertThat(sent.sending().partner()).isEqualTo(HARBOR);
        assertThat(sent.respondBy()).isEqualTo(NOON.plus(Duration.ofMinutes(30)));
    }

    @Test
    void sendsNothingWithoutAConsent() {
        Story.given(propose())
                .when(new ReferralCommand.Send(CRISIS_LINE, null, null, Urgency.URGENT, NOON))
                .thenRefused("consent-required");
    }

    @Test
    void sendsNothingByAConsentForSomebodyElse() {
        Story.given(propose()).when(sendToHarbor(mariaConsentsTo(SHELTER))).thenRefused("consent-does-not-cover");
    }

    @Test
    void sendsNothingByAConsentOfAnotherCase() {
        Consent ofAnother = new Consent("consent-1", "contact-maria", "case-john", HARBOR, NOON.plusSeconds(60), false);

        Story.given(propose()).when(sendToHarbor(ofAnother)).thenRefused("consent-does-not-cover");
    }

    @Test
    void sendsNothingByAConsentThatWasGivenInAnotherContact() {
        Consent yesterday =
                new Consent("consent-1", "contact-maria-1", "case-maria", HARBOR, NOON.plusSeconds(60), false);

        Story.given(propose()).when(sendToHarbor(yesterday)).thenRefused("consent-does-not-cover");
        Story.given(propose(), sendToHarbor(null))
                .when(new ReferralCommand.HearConsent(yesterday, NOON))
                .thenIn(ReferralState.Proposed.class);
        Story.given(propose(), sendToHarbor(null))
                .when(new ReferralCommand.ConsentWaitDue(GIVE_UP, yesterday, GIVE_UP))
                .thenIn(ReferralState.Proposed.class);
    }

    @Test
    void sendsNothingByAConsentThatHasEnded() {
        Consent ended = new Consent("consent-1", "contact-maria", "case-maria", HARBOR, NOON, false);

        Story.given(propose()).when(sendToHarbor(ended)).thenRefused("consent-does-not-cover");
    }

    @Test
    void sendsNothingByAWithdrawnConsent() {
        Consent withdrawn = new Consent("consent-1", "contact-maria", "case-maria", HARBOR, NOON.plusSeconds(60), true);

        Story.given(propose()).when(sendToHarbor(withdrawn)).thenRefused("consent-does-not-cover");
    }

    @Test
    void sendsNothingToAServiceThatTakesNoReferrals() {
        Story.given(propose())
                .when(new ReferralCommand.Send(
                        People.PHONE_ONLY, "consent-1", mariaConsentsTo(HARBOR), Urgency.URGENT, NOON))
                .thenRefused("service-takes-no-referrals");
    }

    @Test
    void sendsNothingToAServiceThatWasNotProposed() {
        Story.given(propose())
                .when(new ReferralCommand.Send("svc-other", "consent-1", mariaConsentsTo(HARBOR), Urgency.URGENT, NOON))
                .thenRefused("service-not-proposed");
    }

    @Test
    void waitsForAConsentNotHeardYetAndIsSentByItselfWhenItIs() {
        Story story = Story.given(propose()).when(sendToHarbor(null));
        assertThat(story.thenIn(ReferralState.WaitingForConsent.class).until()).isEqualTo(GIVE_UP);
        assertThat(story.decider().timers(story.state())).isEqualTo(Map.of(ReferralDecider.CONSENT_WAIT, GIVE_UP));

        story.when(new ReferralCommand.HearConsent(mariaConsentsTo(HARBOR), NOON.plusSeconds(2)))
                .thenIn(ReferralState.Sent.class);
    }

    @Test
    void goesBackToTheOperatorWhenTheConsentIsNeverHeard() {
        ReferralState.Proposed proposed = Story.given(propose(), sendToHarbor(null))
                .when(new ReferralCommand.ConsentWaitDue(GIVE_UP, null, GIVE_UP))
                .thenIn(ReferralState.Proposed.class);

        assertThat(proposed.fellBack()).isEqualTo(FellBack.CONSENT_NOT_HEARD);
    }

    @Test
    void sendsWhenTheWaitEndsAndTheConsentWasHeardAfterAll() {
        Story.given(propose(), sendToHarbor(null))
                .when(new ReferralCommand.ConsentWaitDue(GIVE_UP, mariaConsentsTo(HARBOR), GIVE_UP))
                .thenIn(ReferralState.Sent.class);
    }

    @Test
    void goesBackToTheOperatorWhenTheConsentHeardDoesNotCover() {
        ReferralState.Proposed proposed = Story.given(propose(), sendToHarbor(null))
                .when(new ReferralCommand.HearConsent(mariaConsentsTo(SHELTER), NOON))
                .thenIn(ReferralState.Proposed.class);

        assertThat(proposed.fellBack()).isEqualTo(FellBack.CONSENT_DOES_NOT_COVER);
    }

    @Test
    void takesTheReferralBackWhenTheConsentIsWithdrawn() {
        Consent withdrawn = new Consent("consent-1", "contact-maria", "case-maria", HARBOR, NOON.plusSeconds(60), true);

        ReferralState.Cancelled cancelled = Story.given(
                        propose(), sendToHarbor(mariaConsentsTo(HARBOR)), new ReferralCommand.Accept(HARBOR, NOON))
                .when(new ReferralCommand.HearConsent(withdrawn, NOON))
                .thenIn(ReferralState.Cancelled.class);

        assertThat(cancelled.reason()).isEqualTo(CancelReason.CONSENT_WITHDRAWN);
    }

    @Test
    void changesNothingWhenItIsSentAgainTheSameWay() {
        Story.given(propose(), sendToHarbor(mariaConsentsTo(HARBOR)))
                .when(sendToHarbor(mariaConsentsTo(HARBOR)))
                .thenNothingChanges();
    }

    @Test
    void sendsByAnotherConsentWhileItStillWaitsForTheFirst() {
        Story.given(propose(), new ReferralCommand.Send(People.CRISIS_LINE, "mistyped", null, Urgency.URGENT, NOON))
                .when(sendToHarbor(mariaConsentsTo(HARBOR)))
                .thenIn(ReferralState.Sent.class);
    }

    @Test
    void refusesASecondPartnerWhileTheFirstHasIt() {
        Story.given(propose(), sendToHarbor(mariaConsentsTo(HARBOR)))
                .when(new ReferralCommand.Send(
                        People.BEDS, "consent-2", mariaConsentsTo(SHELTER), Urgency.URGENT, NOON))
                .thenRefused("referral-already-sent");
    }

    @Test
    void refusesATimerThatIsNoLongerWanted() {
        Story.given(propose(), sendToHarbor(null))
                .when(new ReferralCommand.ConsentWaitDue(GIVE_UP.plusSeconds(1), null, GIVE_UP.plusSeconds(1)))
                .thenRefused("timer-stale");
    }

    @Test
    void firesWhenTheTimerKeptOnlyMilliseconds() {
        Instant start = NOON.plusNanos(123_456_789);
        Instant giveUp = start.plus(Duration.ofMinutes(5));
        Instant kept = Instant.ofEpochMilli(giveUp.toEpochMilli());
        ReferralCommand waiting = new ReferralCommand.Send(CRISIS_LINE, "consent-1", null, Urgency.EMERGENT, start);

        Story.given(propose(), waiting)
                .when(new ReferralCommand.ConsentWaitDue(kept, null, kept))
                .thenIn(ReferralState.Proposed.class);
        Story.given(propose(), waiting)
                .when(new ReferralCommand.ConsentWaitDue(kept.minusMillis(1), null, giveUp))
                .thenRefused("timer-stale");
    }

    @Test
    void expiresWhenTheTimerKeptOnlyMilliseconds() {
        Instant start = NOON.plusNanos(123_456_789);
        Instant respondBy = start.plus(Duration.ofMinutes(30));
        Instant kept = Instant.ofEpochMilli(respondBy.toEpochMilli());
        ReferralCommand sent =
                new ReferralCommand.Send(CRISIS_LINE, "consent-1", mariaConsentsTo(HARBOR), Urgency.EMERGENT, start);

        Story.given(propose(), sent)
                .when(new ReferralCommand.RespondDue(kept, kept))
                .thenIn(ReferralState.Expired.class);
        Story.given(propose(), sent)
                .when(new ReferralCommand.RespondDue(kept.plusMillis(1), respondBy.plusSeconds(1)))
                .thenRefused("timer-stale");
    }

    @Test
    void givesARoutinePartnerFourteenBusinessDays() {
        RespondWithin within = new RespondWithin(Duration.ofMinutes(30), Duration.ofHours(8), 14, People.BALTIMORE);

        assertThat(within.by(Urgency.ROUTINE, NOON, Instant.MAX)).isEqualTo(Instant.parse("2026-12-11T17:00:00Z"));
        assertThat(within.by(Urgency.URGENT, NOON, Instant.MAX)).isEqualTo(NOON.plus(Duration.ofHours(8)));
    }

    @Test
    void neverAsksForAnAnswerAfterTheConsentHasEnded() {
        Consent ending = new Consent("consent-1", "contact-maria", "case-maria", HARBOR, NOON.plusSeconds(60), false);

        assertThat(Story.given(propose())
                        .when(sendToHarbor(ending))
                        .thenIn(ReferralState.Sent.class)
                        .respondBy())
                .isEqualTo(NOON.plusSeconds(60));
    }

    @Test
    void treatsAnUnknownTriageCodeAsTheMostUrgent() {
        assertThat(Urgency.ofCode("Z")).isEqualTo(Urgency.EMERGENT);
        assertThat(Urgency.ofCode(null)).isEqualTo(Urgency.URGENT);
        assertThat(Urgency.ofCode("E")).isEqualTo(Urgency.ROUTINE);
    }
}
