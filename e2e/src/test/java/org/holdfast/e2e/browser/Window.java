package org.holdfast.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One person's window: pages are reached by keys, and what a hostile text would do in it is noticed. */
final class Window implements AutoCloseable {

    static final String PASSWORD = "holdfast-demo";
    private static final int MOST_TABS = 400;

    /** At how many presses of Tab the element should be; only how often it is looked depends on it. */
    private static final String AHEAD = """
            element => {
              const all = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')];
              const ahead = all.filter(one => !one.disabled && one.type !== 'hidden' && (one.type !== 'radio' || one.checked) && one.checkVisibility());
              return element === document.activeElement ? 0
                : Math.max(1, ahead.indexOf(element) - ahead.indexOf(document.activeElement));
            }
            """;

    private final BrowserContext context;
    private final Floor floor;
    private Page page;
    private final List<String> dialogs = new ArrayList<>();
    private int loads;
    private boolean inHaste;

    Window(BrowserContext context, Floor floor) {
        this.context = context;
        this.floor = floor;
        page = context.newPage();
        page.setDefaultTimeout(20_000);
        page.onDialog(dialog -> {
            if (dialog.type().equals("beforeunload")) {
                dialog.accept();
            } else {
                dialogs.add(dialog.type() + " " + dialog.message());
                dialog.dismiss();
            }
        });
        page.onDOMContentLoaded(loaded -> loads++);
    }

    /** Goes straight to fields and buttons, where a test is not about the keyboard. */
    Window inHaste() {
        inHaste = true;
        return this;
    }

    /** From here on everything is reached by keys again. */
    void byKeysOnly() {
        inHaste = false;
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    /** Dialogs that a script opened. */
    List<String> dialogs() {
        return dialogs;
    }

    /** How many documents this window has loaded; one that shows its text but is not read to its end yet is waited for. */
    int loads() {
        page.waitForLoadState(LoadState.DOMCONTENTLOADED);
        return loads;
    }

    /** Where the window is. */
    String path() {
        return URI.create(page.url()).getPath();
    }

    /** Opens a page beside this one, and goes on there. */
    void inNewTab(String path) {
        page = context.newPage();
        page.setDefaultTimeout(20_000);
        go(path);
    }

    /** Goes back to a page that is still open. */
    void back(Page open) {
        page = open;
        page.bringToFront();
    }

    Response go(String path) {
        return page.navigate(floor.console().resolve(path).toString());
    }

    /**
     * Signs in at the issuer by keys, and lands on the page that was asked for; in haste it goes on as another window of the
     * same person, if there was one.
     */
    Window signedInAs(String person, String path) {
        if (inHaste) {
            context.addCookies(floor.signedIn(person));
        }
        go(path);
        page.locator("#who, #person").waitFor();
        if (!inHaste || page.locator("#who").count() == 0) {
            signIn(person);
        }
        assertThat(page.locator("#who")).isVisible();
        floor.signedIn(person, context.cookies());
        return this;
    }

    private void signIn(String person) {
        assertThat(page.locator("#person")).isFocused();
        page.keyboard().type(person);
        page.keyboard().press("Tab");
        page.keyboard().type(PASSWORD);
        page.keyboard().press("Enter");
    }

    /** Presses Tab until the element has the focus, as somebody without a mouse has to. */
    void tabTo(String selector) {
        Locator wanted = page.locator(selector);
        wanted.waitFor();
        if (inHaste) {
            wanted.focus();
            return;
        }
        for (int tabs = 0; tabs < MOST_TABS; tabs++) {
            Object here = wanted.evaluate(AHEAD);
            if (here.equals(0)) {
                assertThat(wanted).isFocused();
                return;
            }
            for (int sure = Math.max(1, (Integer) here); sure > 0; sure--, tabs++) {
                page.keyboard().press("Tab");
            }
        }
        throw new AssertionError(selector + " cannot be reached by Tab on " + page.url());
    }

    /** Reaches the element and presses a key on it. */
    void press(String selector, String key) {
        tabTo(selector);
        page.keyboard().press(key);
    }

    /** Reaches the field and types into it. */
    void type(String selector, String text) {
        tabTo(selector);
        if (inHaste
                && !page.locator(selector)
                        .evaluate("element => element.tagName")
                        .equals("SELECT")) {
            page.keyboard().insertText(text);
        } else {
            page.keyboard().type(text);
        }
    }

    /** Waits until the element says so. */
    void shows(String selector, String text) {
        assertThat(page.locator(selector)).containsText(text);
    }

    /** Takes a picture of what is in the window from the top of the page, for the README, where it is asked for. */
    void picture(String name) {
        String folder = System.getProperty("pictures");
        if (folder == null) {
            return;
        }
        page.evaluate("() => scrollTo(0, 0)");
        BoundingBox content = page.locator("main").boundingBox();
        page.screenshot(new Page.ScreenshotOptions()
                .setClip(
                        0,
                        0,
                        page.viewportSize().width,
                        Math.min(page.viewportSize().height, content.y + content.height))
                .setPath(Path.of(folder, name + ".png"))
                .setAnimations(ScreenshotAnimations.DISABLED));
    }

    @Override
    public void close() {
        context.close();
    }
}
