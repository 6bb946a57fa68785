package org.holdfast.e2e.browser;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** A browser has six connections to a server; an operator with more contacts open than that still gets every answer through. */
@InBrowser
class ManyTabsTest {

    private static final int MORE_THAN_A_BROWSER_HAS = 7;
    private static final String LOOK_AWAY = """
            hidden => {
              Object.defineProperty(document, 'hidden', {configurable: true, get: () => hidden});
              document.dispatchEvent(new Event('visibilitychange'));
            }
            """;

    @Test
    void pagesThatNobodySeesHoldNoConnectionAndCatchUpWhenTheyAreSeen() {
        String contact = Floor.get().contact();
        try (Window operator = Floor.get().desk().inHaste().signedInAs("olu", "/desk")) {
            operator.go("/contacts/" + contact);
            operator.shows("#alert", "No alert");
            Page first = operator.page();
            first.evaluate(LOOK_AWAY, true);
            for (int tab = 1; tab < MORE_THAN_A_BROWSER_HAS; tab++) {
                operator.inNewTab("/contacts/" + contact);
                operator.page().evaluate(LOOK_AWAY, true);
            }
            operator.inNewTab("/contacts/" + contact);
            Steps.answer(operator, "cssrs.q4", "y");
            operator.shows("#code", "Code B");
            operator.back(first);
            first.evaluate(LOOK_AWAY, false);
            operator.shows("#code", "Code B");
        }
    }
}
