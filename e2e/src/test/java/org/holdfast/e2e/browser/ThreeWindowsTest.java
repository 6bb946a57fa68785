package org.holdfast.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.holdfast.e2e.Summons;
import org.junit.jupiter.api.Test;

/** One contact from the first keystroke to the outcome, in three windows, by keyboard alone, and nobody loads a page again. */
@InBrowser
class ThreeWindowsTest {

    private final Axe axe = new Axe();
    private final Floor floor = Floor.get();
    private final Map<String, Integer> before = Map.of(
            "ana", floor.summonses("ana").size(), "ben", floor.summonses("ben").size());

    @Test
    void operatorCounselorAndPartnerSeeWhatTheOthersDo() {
        try (Window operator = floor.desk().signedInAs("olu", "/desk");
                Window partner = floor.desk().signedInAs("hal", "/inbox");
                Window phone = floor.phone()) {
            axe.look("desk", operator.page());
            Steps.open(operator);
            axe.look("new contact", operator.page());
            int loads = operator.loads();
            codeRises(operator);
            counselorComes(operator, phone);
            assertThat(operator.loads())
                    .as("documents the operator's window loaded")
                    .isEqualTo(loads);
            String contact = operator.path();
            everybodyElseSees(contact);
            String referral = sendsReferral(operator);
            partnerHelps(operator, partner, contact, referral);
            closes(operator);
        }
        axe.isClean();
    }

    private void codeRises(Window operator) {
        Steps.answer(operator, "cssrs.q1", "y");
        Steps.answer(operator, "cssrs.q2", "y");
        operator.shows("#code", "Code C");
        axe.look("code C", operator.page());
        Steps.answer(operator, "cssrs.q4", "y");
        operator.shows("#code", "Code B");
        operator.shows("#alarm", "Code B");
        Steps.note(operator, "She is waiting by the bridge.");
        operator.shows("#alert", "reached");
        axe.look("code B, ringing", operator.page());
    }

    private void counselorComes(Window operator, Window phone) {
        String counselor = Steps.reached(operator);
        Summons summons = floor.summons(counselor, before.getOrDefault(counselor, 0));
        phone.go(summons.path());
        axe.look("link", phone.page());
        phone.type("#digits", summons.digits());
        phone.press("button", "Enter");
        operator.shows("#alert", counselor + " has taken it on");
        phone.shows("h1", "You have taken it on");
        axe.look("link, taken on", phone.page());
        phone.type("#digits", summons.digits());
        phone.press("button", "Enter");
        operator.shows("#alert", counselor + " is with the person");
        phone.shows("h1", "You are with the person");
        axe.look("link, with the person", phone.page());
        operator.picture("contact");
        axe.look("engaged", operator.page());
    }

    private void everybodyElseSees(String contact) {
        String other = floor.contact("cssrs.q2");
        floor.contact();
        try (Window supervisor = floor.desk().signedInAs("sam", "/queue")) {
            supervisor.shows("tr:has(#queue-" + other + ")", "C");
            supervisor.shows("tr:has([href='" + contact + "'])", "B");
            supervisor.picture("queue");
            axe.look("queue", supervisor.page());
            supervisor.go("/alerts");
            supervisor.shows("article:has([href='" + contact + "'])", "is with the person");
            axe.look("alerts", supervisor.page());
        }
    }

    private String sendsReferral(Window operator) {
        Steps.details(operator, "Maya Quill", "+1 410 555 0187");
        Steps.propose(operator);
        axe.look("proposal", operator.page());
        String referral = Steps.send(operator);
        axe.look("referral sent", operator.page());
        operator.press("#back-to-contact", "Enter");
        operator.shows("#referrals", "Sent");
        return referral;
    }

    private void partnerHelps(Window operator, Window partner, String contact, String referral) {
        int loads = operator.loads();
        partner.tabTo("#inbox-" + referral);
        axe.look("inbox", partner.page());
        partner.page().keyboard().press("Enter");
        partner.shows("#inbox-status", "Opened");
        assertThat(partner.page().content()).doesNotContain("Maya", "555 0187", contact.replaceFirst(".*/", ""));
        axe.look("preview", partner.page());
        partner.press("#accept", "Enter");
        operator.shows("#referrals", "Accepted");
        partner.press("#show-person", "Enter");
        partner.shows("#person", "Maya Quill");
        partner.shows("#person", "555 0187");
        axe.look("the person", partner.page());
        partner.type("#outcome-form select", "Got");
        partner.type("#outcome-form [name=note]", "She has a place from Monday.");
        partner.press("#report-outcome", "Enter");
        operator.shows("#referrals", "Completed");
        operator.shows("#referrals", "Got help");
        assertThat(operator.loads())
                .as("documents the operator's window loaded")
                .isEqualTo(loads);
        axe.look("outcome", operator.page());
        operator.go("/referrals/" + referral);
        operator.press("#to-note", "Enter");
        operator.shows("#agency-note", "She has a place from Monday.");
        axe.look("what the agency wrote", operator.page());
        operator.go(contact);
    }

    private void closes(Window operator) {
        operator.type("#closing-form select", "Referred");
        operator.press("#close-contact", "Enter");
        operator.shows("#closed", "Referred");
        axe.look("closed", operator.page());
        operator.press("#to-trail", "Enter");
        operator.shows("#trail-rows", "notification");
        axe.look("trail", operator.page());
    }
}
