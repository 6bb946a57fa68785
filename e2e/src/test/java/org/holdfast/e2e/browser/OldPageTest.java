package org.holdfast.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A page that no longer hears what is new says so, and only then; what is new in a list is said in one sentence. */
@InBrowser
class OldPageTest {

    private static final Pattern ROWS = Pattern.compile("/alerts/rows$");
    private static final String LOST = "#live-lost";

    private final Axe axe = new Axe();
    private final Floor floor = Floor.get();
    private final Window window = floor.desk().inHaste();

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void aListThatIsNotAnsweredOrNotToThisPersonIsCalledOldUntilItIsAnsweredAgain() {
        window.signedInAs("ana", "/alerts");
        window.page().route(ROWS, route -> route.fulfill(new Route.FulfillOptions().setStatus(503)));
        window.shows(LOST, "LIVE UPDATES STOPPED");
        assertThat(window.page().locator(LOST)).isVisible();
        axe.look("alerts, old", window.page());
        axe.isClean();
        window.page().unroute(ROWS);
        assertThat(window.page().locator(LOST)).isHidden();
        window.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("HOLDFAST"));
        assertThat(window.page().locator(LOST)).isVisible();
    }

    @Test
    void aContactWhoseStreamIsGoneIsCalledOldAlsoWhereAnotherPartIsAnswered() {
        String contact = floor.contact("cssrs.q4");
        window.signedInAs("olu", "/desk");
        Pattern stream = Pattern.compile("/live$");
        window.page().route(stream, Route::abort);
        window.go("/contacts/" + contact);
        assertThat(window.page().locator(LOST)).isVisible();
        window.page()
                .waitForResponse(
                        Pattern.compile("/consents$"),
                        () -> window.page().evaluate("() => htmx.trigger('#consents', 'saved')"));
        assertThat(window.page().locator(LOST)).isVisible();
    }

    @Test
    void aListThatReadsAsBeforeIsLeftAsItIsAndWhatIsNewIsSaid() {
        floor.contact("cssrs.q4");
        AtomicReference<String> rows = new AtomicReference<>();
        window.page().route(ROWS, route -> {
            rows.compareAndSet(null, route.fetch().text());
            route.fulfill(new Route.FulfillOptions().setBody(withNewKeys(rows.get())));
        });
        window.signedInAs("ana", "/alerts");
        anotherAnswer();
        Locator first = window.page().locator("#alert-rows article").first();
        first.evaluate("element => { window.kept = element; }");
        anotherAnswer();
        anotherAnswer();
        assertThat(window.page().evaluate("() => window.kept.isConnected")).isEqualTo(true);

        window.page().unroute(ROWS);
        floor.contact("cssrs.q5");
        window.shows("#news", "Open alerts");
        window.shows("#news", "Ringing");
    }

    private static String withNewKeys(String rows) {
        String fresh = UUID.randomUUID().toString();
        assertThat(rows).contains("name=\"key\"");
        return rows.replaceAll("name=\"key\" value=\"[^\"]*\"", "name=\"key\" value=\"" + fresh + "\"");
    }

    private void anotherAnswer() {
        window.page().waitForResponse(ROWS, new Page.WaitForResponseOptions().setTimeout(20_000), () -> {});
    }
}
