package org.holdfast.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.intake.domain.Desk.NOW;
import static org.holdfast.intake.domain.Desk.consentFor;
import static org.holdfast.intake.domain.Desk.ruthOnThePhone;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.holdfast.chassis.decide.Refusal;
import org.junit.jupiter.api.Test;

class SharingTest {

    @Test
    void disclosesWhatTheConsentCovers() {
        ContactEvent event =
                ruthOnThePhone().after(consentFor("harbour")).accepts(disclosure("harbour", "consent1", NOW));

        assertThat(event)
                .isEqualTo(new ContactEvent.DetailsDisclosed(
                        "referral1", "harbour", "consent1", List.of(Scope.NAME, Scope.PHONE), NOW));
    }

    @Test
    void disclosesUntilTheLastInstantAndNotAfter() {
        Desk desk = ruthOnThePhone().after(consentFor("harbour"));
        Instant until = desk.facts().consents().getFirst().until();

        desk.accepts(disclosure("harbour", "consent1", until));
        assertThat(desk.refuses(disclosure("harbour", "consent1", until.plusMillis(1)))
                        .type())
                .isEqualTo("consent-not-in-force");
    }

    @Test
    void disclosesNothingToAnybodyElse() {
        Desk desk = ruthOnThePhone().after(consentFor("harbour"));

        assertThat(desk.refuses(disclosure("lighthouse", "consent1", NOW)).kind())
                .isEqualTo(Refusal.Kind.FORBIDDEN);
        assertThat(desk.refuses(disclosure("harbour", "consent2", NOW)).kind()).isEqualTo(Refusal.Kind.NOT_FOUND);
    }

    @Test
    void disclosesNothingAfterWithdrawal() {
        Desk desk = ruthOnThePhone().after(consentFor("harbour"), new ContactCommand.WithdrawConsent("consent1", NOW));

        assertThat(desk.refuses(disclosure("harbour", "consent1", NOW)).type()).isEqualTo("consent-not-in-force");
        assertThat(desk.facts().consents().getFirst().version()).isEqualTo(3);
        assertThat(desk.refuses(new ContactCommand.WithdrawConsent("consent1", NOW))
                        .type())
                .isEqualTo("consent-withdrawn");
        assertThat(desk.refuses(new ContactCommand.WithdrawConsent("consent9", NOW))
                        .type())
                .isEqualTo("consent-not-found");
    }

    @Test
    void refusesAConsentWithoutAnEndOrWithoutAScopeOrForAPersonsName() {
        assertThat(refusal("harbour", List.of(Scope.NAME), NOW).pointer()).isEqualTo("/until");
        assertThat(refusal("harbour", List.of(Scope.NAME), NOW.plus(Duration.ofDays(367)))
                        .pointer())
                .isEqualTo("/until");
        assertThat(refusal("harbour", List.of(), NOW.plusSeconds(9)).pointer()).isEqualTo("/scopes");
        assertThat(refusal("harbour", List.of(Scope.NAME, Scope.NAME), NOW.plusSeconds(9))
                        .pointer())
                .isEqualTo("/scopes");
        assertThat(refusal("Ruth Example", List.of(Scope.NAME), NOW.plusSeconds(9))
                        .pointer())
                .isEqualTo("/recipient");
    }

    @Test
    void namesOnlyAnAgencyThatWasPublishedHoweverWellShaped() {
        Refusal refusal = refusal("jane.doe", List.of(Scope.NAME), NOW.plusSeconds(9));

        assertThat(refusal.type()).isEqualTo("recipient-unknown");
        assertThat(refusal.detail()).contains("harbour, other");
    }

    @Test
    void takesNoConsentBeforeAnybodySaidWhichAgenciesThereAre() {
        Refusal refusal = ruthOnThePhone()
                .refuses(new ContactCommand.GiveConsent(
                        "consent1", "harbour", Recipients.UNPUBLISHED, List.of(Scope.NAME), NOW.plusSeconds(9), NOW));

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT);
        assertThat(refusal.type()).isEqualTo("recipients-not-heard");
    }

    private static Refusal refusal(String recipient, List<Scope> scopes, Instant until) {
        return ruthOnThePhone()
                .refuses(new ContactCommand.GiveConsent("consent1", recipient, Desk.KNOWN, scopes, until, NOW));
    }

    private static ContactCommand.Disclose disclosure(String partner, String consent, Instant at) {
        return new ContactCommand.Disclose("referral1", partner, consent, at);
    }
}
