package org.holdfast.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Whatever somebody types is shown as it was typed, to everybody who reads it, and does nothing. */
@InBrowser
class HostileTextTest {

    private static final String TEXT = "\"'><img src=x onerror=alert(1)><script>alert(2)</script>${7*7}";
    private static final String NUMBER = "<svg onload=alert(3)>";
    private static final String OURS = "main :is(img, script, svg[onload], iframe)";

    private final Floor floor = Floor.get();

    @Test
    void markupInEveryFieldStaysText() {
        try (Window operator = floor.desk().inHaste().signedInAs("olu", "/desk");
                Window partner = floor.desk().inHaste().signedInAs("hal", "/inbox")) {
            Steps.open(operator);
            String contact = operator.path();
            operator.type("[name='caller.name']", TEXT);
            operator.type("[name='caller.number']", NUMBER);
            Steps.details(operator, TEXT, NUMBER);
            Steps.note(operator, TEXT);
            operator.shows("#notes", TEXT);
            doesNothing(operator);
            answeredWith(operator, partner, true);
            operator.go(contact);
            answeredWith(operator, partner, false);
            doesNothing(operator);
            operator.go(contact);
            operator.shows("#notes", TEXT);
            assertThat(operator.page().locator("[name='personAtRisk.name']").inputValue())
                    .isEqualTo(TEXT);
            assertThat(operator.page().locator("[name='caller.number']").inputValue())
                    .isEqualTo(NUMBER);
            operator.shows("#referrals", "Completed");
            doesNothing(operator);
            operator.press("#to-trail", "Enter");
            operator.shows("#trail-rows", "referral");
            doesNothing(operator);
        }
    }

    @Test
    void markupInWhatAServiceOfTheDirectoryIsCalledStaysText() {
        try (Window operator = floor.desk().inHaste().signedInAs("olu", "/desk")) {
            Steps.open(operator);
            operator.type("#propose-form select", HostileDirectory.NEED);
            operator.press("#propose", "Enter");
            operator.shows("article h2", HostileDirectory.MARK);
            operator.shows("article", "Phone (555) 555-0116 " + HostileDirectory.MARK);
            doesNothing(operator);
        }
    }

    @Test
    void markupInAnswersThatNoProtocolKnowsStaysTextAndOneInALanguageIsRefused() {
        String contact = floor.contactSaying("NO", "cssrs.q1", "cssrs.q2", "cssrs.q6");
        try (Window operator = floor.desk().inHaste().signedInAs("olu", "/contacts/" + contact)) {
            operator.shows("#unrecognised", "There is none");
            floor.saidElsewhere(contact, TEXT, TEXT);
            operator.press("#read-unrecognised", "Enter");
            operator.shows("#unrecognised dt", TEXT);
            operator.shows("#unrecognised dd", TEXT);
            doesNothing(operator);
            operator.type("[name=language]", "<svg onload");
            operator.press("#save-details", "Enter");
            operator.shows("#details-form output.save", "NOT SAVED");
            doesNothing(operator);
        }
    }

    private static void answeredWith(Window operator, Window partner, boolean no) {
        Steps.propose(operator);
        String referral = Steps.send(operator);
        partner.go("/inbox/" + referral);
        if (no) {
            partner.type("#decline-form [name=reason]", "No capacity");
            partner.type("#decline-form [name=note]", TEXT);
            partner.press("#decline", "Enter");
            partner.shows("#inbox-status", "Declined");
        } else {
            partner.press("#accept", "Enter");
            partner.press("#show-person", "Enter");
            partner.shows("#person", TEXT);
            partner.shows("#person", NUMBER);
            doesNothing(partner);
            partner.type("#outcome-form select", "Got");
            partner.type("#outcome-form [name=note]", TEXT);
            partner.press("#report-outcome", "Enter");
            partner.shows("#inbox-status", "Completed");
        }
        doesNothing(partner);
        operator.go("/referrals/" + referral);
        operator.shows("#referral-status", no ? "Declined" : "Completed");
    }

    private static void doesNothing(Window window) {
        assertThat(window.page().locator(OURS).count())
                .as("elements made of text")
                .isZero();
        assertThat(window.dialogs()).isEmpty();
    }
}
