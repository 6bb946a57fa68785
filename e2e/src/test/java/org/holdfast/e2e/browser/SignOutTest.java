package org.holdfast.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;

/** Who signs out leaves the window to the next person, who signs in there and is at their own work. */
@InBrowser
class SignOutTest {

    private final Axe axe = new Axe();

    @Test
    void theNextPersonSignsInWhereTheLastOneLeft() {
        try (Window window = Floor.get().desk().signedInAs("olu", "/desk")) {
            window.press("#sign-out", "Enter");
            assertThat(window.page().locator("#person")).isFocused();
            axe.look("signed out", window.page());
            window.page().keyboard().type("ana");
            window.page().keyboard().press("Tab");
            window.page().keyboard().type("not the password");
            window.page().keyboard().press("Enter");
            assertThat(window.page().locator("#wrong")).isVisible();
            axe.look("wrong password", window.page());
            window.page().locator("#person").fill("ana");
            window.page().locator("#person").focus();
            window.page().keyboard().press("Tab");
            window.page().keyboard().type(Window.PASSWORD);
            window.page().keyboard().press("Enter");
            window.shows("h1", "Open alerts");
            window.go("/inbox");
            axe.look("not allowed", window.page());
        }
        axe.isClean();
    }
}
