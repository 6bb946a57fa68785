package org.holdfast.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A consent and a referral are taken back by keys, everybody who looks sees it at once, and a no is said beside what was tried. */
@InBrowser
class TakingBackTest {

    private static final String WITHDRAWING = "#consents summary";

    private final Axe axe = new Axe();
    private final Window operator = Floor.get().desk().inHaste().signedInAs("olu", "/desk");
    private final Window partner = Floor.get().desk().inHaste().signedInAs("hal", "/inbox");

    @BeforeEach
    void open() {
        Steps.open(operator);
        Steps.details(operator, "Maya Quill", "+1 410 555 0187");
    }

    @AfterEach
    void close() {
        operator.close();
        partner.close();
    }

    @Test
    void withTheConsentTheReferralIsTakenBack() {
        Steps.propose(operator);
        String referral = Steps.send(operator);
        partner.go("/inbox/" + referral);
        partner.press("#accept", "Enter");
        partner.press("#show-person", "Enter");
        partner.shows("#person", "Maya Quill");
        operator.press("#back-to-contact", "Enter");
        operator.shows("#consents", "harbor-crisis-response");
        axe.look("consent", operator.page());
        operator.type("#note", "Not saved yet.");
        operator.byKeysOnly();
        operator.press(WITHDRAWING, "Enter");
        axe.look("withdrawing", operator.page());
        operator.press("#consents button", "Enter");
        operator.shows("#consents", "Withdrawn");
        operator.shows("#referrals", "Cancelled");
        assertThat(operator.page().locator("#note").inputValue()).isEqualTo("Not saved yet.");
        assertThat(operator.page().evaluate("() => document.activeElement.id")).isEqualTo("consents");
        partner.shows("#inbox-status", "Cancelled");
        assertThat(partner.page().locator("#person").count())
                .as("on the agency's page, which was not loaded again")
                .isZero();
        assertThat(partner.page().locator("#outcome-form").count()).isZero();
        axe.look("withdrawn", operator.page());
        axe.isClean();
    }

    @Test
    void anOpenPageShowsWhatTheAgencyDoesUntilItIsTakenBack() {
        Steps.propose(operator);
        String referral = Steps.send(operator);
        int loads = operator.loads();
        partner.go("/inbox/" + referral);
        operator.shows("#referral-status", "Opened");
        operator.byKeysOnly();
        Steps.because(operator, "#cancel-form", "Sent");
        operator.shows("#referral-status", "Cancelled");
        operator.shows("#referral-stands", "Sent in error");
        assertThat(operator.page().locator("#cancel-referral").count()).isZero();
        assertThat(operator.loads()).isEqualTo(loads);
        partner.shows("#inbox-status", "Cancelled");
        assertThat(partner.page().locator("#accept").count()).isZero();
        axe.look("cancelled by the desk", partner.page());
        axe.look("cancelled", operator.page());
        axe.isClean();
    }

    @Test
    void anOpenPageShowsThatTheAgencySaidNo() {
        Steps.propose(operator);
        String referral = Steps.send(operator);
        partner.go("/inbox/" + referral);
        partner.type("#decline-form select[name=reason]", "No capacity");
        partner.press("#decline", "Enter");
        operator.shows("#referral-status", "Declined");
        operator.shows("#referral-stands", "No capacity");
        axe.look("declined", operator.page());
        axe.look("declined by the agency", partner.page());
        axe.isClean();
    }
}
