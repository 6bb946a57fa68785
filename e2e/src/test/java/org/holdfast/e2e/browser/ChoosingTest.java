package org.holdfast.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Where no rule fired a person says how urgent it is, by a key, and can only make it more urgent afterwards. */
@InBrowser
class ChoosingTest {

    private static final String[] SCREEN = {"cssrs.q1", "cssrs.q2", "cssrs.q6"};

    private final Axe axe = new Axe();

    @Test
    void theOperatorChoosesAndCanOnlyRaiseIt() {
        String contact = Floor.get().contactSaying("NO", SCREEN);
        try (Window operator = Floor.get().desk().signedInAs("olu", "/desk")) {
            operator.go("/contacts/" + contact);
            operator.shows("#code", "you choose");
            axe.look("choice", operator.page());
            operator.press("#choose-G", "Enter");
            operator.shows("#code", "Code G");
            operator.shows("#choice", "more urgent");
            assertThat(operator.page().locator("#choose-G").count()).isZero();
            operator.press("#choose-E", "Enter");
            operator.shows("#code", "Code E");
            axe.look("chosen", operator.page());
        }
        axe.isClean();
    }

    @Test
    void whoHasReadWhatNoProtocolKnewChooses() {
        String contact = Floor.get().contactSaying("NO", SCREEN);
        try (Window operator = Floor.get().desk().signedInAs("olu", "/desk")) {
            operator.go("/contacts/" + contact);
            operator.shows("#code", "you choose");
            Floor.get().answeredElsewhere(contact, "made.up", "UNTRIAGED");
            operator.shows("#choice", "when you have read what no protocol knew");
            operator.press("#choose-F", "Enter");
            operator.shows("#code", "Code F");
        }
    }

    @Test
    void aChoiceThatCameTooLateIsRefusedAndSaidSo() {
        String contact = Floor.get().contactSaying("NO", SCREEN);
        try (Window operator = Floor.get().desk().inHaste().signedInAs("olu", "/desk")) {
            operator.go("/contacts/" + contact);
            operator.tabTo("#choose-F");
            operator.page().route("**/choice", route -> {
                Floor.get().answeredElsewhere(contact, "cssrs.q2", "C");
                route.resume();
            });
            operator.page().keyboard().press("Enter");
            operator.shows("body", "NOT SAVED: A code can be picked only where");
            operator.shows("#code", "Code C");
        }
    }
}
