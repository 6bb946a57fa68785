package org.holdfast.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** An alert is closed by whoever is called, with a reason, by keys; an operator sees it and cannot. */
@InBrowser
class AlertClosingTest {

    private final Axe axe = new Axe();
    private final Floor floor = Floor.get();

    @Test
    void aCounselorClosesItWithAReasonAndTheOperatorSeesIt() {
        String contact = floor.contact("cssrs.q4");
        try (Window operator = floor.desk().inHaste().signedInAs("olu", "/desk");
                Window counselor = floor.desk().inHaste().signedInAs("ana", "/alerts")) {
            operator.go("/contacts/" + contact);
            operator.press("#to-alert", "Enter");
            operator.shows("#alert-state", "Ringing");
            assertThat(operator.page().locator("#alert-closing-form").count()).isZero();
            operator.go("/contacts/" + contact);
            counselor.press("article:has([href='/contacts/" + contact + "']) a[id^=story]", "Enter");
            counselor.shows("#alert-history", "Page delivered");
            axe.look("alert", counselor.page());
            counselor.tabTo("#close-alert");
            counselor.page().keyboard().press("Enter");
            counselor.shows("#alert-state", "Ringing");
            Steps.because(counselor, "#alert-closing-form", "Resolved");
            counselor.shows("#alert-state", "Closed");
            counselor.shows("#alert-story", "Closed: Resolved verified");
            assertThat(counselor.page().locator("#alert-closing-form").count()).isZero();
            axe.look("alert, closed", counselor.page());
            operator.shows("#alert", "closed by ana: Resolved verified");
        }
        axe.isClean();
    }
}
