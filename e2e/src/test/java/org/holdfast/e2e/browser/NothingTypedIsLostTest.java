package org.holdfast.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an operator typed stays in the page until it is saved, and is then saved once. */
@InBrowser
class NothingTypedIsLostTest {

    private static final String NOTE = "He has the pills beside him.";
    private static final String QUESTION = "[id='question-cssrs.q1'] ";

    private final Window operator = Floor.get().desk().inHaste().signedInAs("olu", "/desk");

    @BeforeEach
    void open() {
        Steps.open(operator);
    }

    @AfterEach
    void close() {
        operator.close();
    }

    @Test
    void whenTheConnectionIsGoneItSaysNotSavedAndSavesLater() {
        operator.context().setOffline(true);
        operator.tabTo("[id='answer-cssrs.q1-YES']");
        operator.page().keyboard().press("y");
        operator.shows(QUESTION + "output.save", "NOT SAVED");
        sendNote();
        operator.shows("#note-form output.save", "NOT SAVED");
        operator.shows("#unsaved", "NOT SAVED");
        assertThat(operator.page().locator("#note")).hasValue(NOTE);
        operator.context().setOffline(false);
        operator.shows(QUESTION + "output.save", "saved");
        operator.shows("#note-form output.save", "saved");
        assertThat(operator.page().locator("#unsaved")).isHidden();
        isThereOnce();
        operator.shows(QUESTION + ".said", "Yes");
    }

    @Test
    void whatIsPressedAgainBecauseNothingSeemsToHappenIsSavedOnce() {
        operator.context().setOffline(true);
        sendNote();
        operator.shows("#note-form output.save", "NOT SAVED");
        operator.press("#save-note", "Enter");
        operator.press("#save-note", "Enter");
        operator.shows("#unsaved", "1 entry is kept");
        operator.context().setOffline(false);
        operator.shows("#note-form output.save", "saved");
        isThereOnce();
    }

    @Test
    void detailsThatSomebodyElsePutRightAreNotOverwrittenByAnOlderPage() {
        try (Window other = Floor.get().desk().inHaste().signedInAs("olu", "/desk")) {
            other.go(operator.path());
            other.type("[name='caller.number']", "410 555 0142");
            other.press("#save-details", "Enter");
            other.shows("#details-form output.save", "saved");
            other.type("[name='caller.name']", "Zoe");
            operator.type("[name='caller.name']", "Robin");
            operator.press("#save-details", "Enter");
            operator.shows("#details-form output.save", "saved");
            operator.go(operator.path());
            assertThat(operator.page().locator("[name='caller.number']")).hasValue("410 555 0142");
            assertThat(operator.page().locator("[name='caller.name']")).hasValue("Robin");
        }
    }

    @Test
    void whoAnswersAndWritesClosesWithoutLoadingThePageAgainUnlessSomebodyElseWrote() {
        Steps.answer(operator, "cssrs.q1", "n");
        sendNote();
        operator.shows("#note-form output.save", "saved");
        Floor.get().saidElsewhere(operator.path().replaceFirst(".*/", ""), "cssrs.q2", "NO");
        operator.type("#closing-form select", "Left");
        operator.press("#close-contact", "Enter");
        operator.shows("#closing-form output.save", "NOT SAVED");

        operator.go(operator.path());
        Steps.answer(operator, "cssrs.q3", "n");
        operator.type("#closing-form select", "Left");
        operator.press("#close-contact", "Enter");
        operator.shows("#closed", "This contact is closed");
    }

    @Test
    void whatIsEmptiedIsTakenOutAndNothingElse() {
        Steps.details(operator, "Robin", "410 555 0142");
        operator.page().locator("[name='personAtRisk.number']").fill("");
        operator.page().locator("[name='area']").fill("");
        operator.page().waitForResponse(Pattern.compile("/details$"), () -> operator.press("#save-details", "Enter"));
        operator.shows("#details-form output.save", "saved");
        operator.go(operator.path());
        assertThat(operator.page().locator("[name='personAtRisk.number']")).hasValue("");
        assertThat(operator.page().locator("[name='area']")).hasValue("");
        assertThat(operator.page().locator("[name='personAtRisk.name']")).hasValue("Robin");
    }

    @Test
    void whenOnlyTheAnswerIsLostItIsNotSavedTwice() {
        operator.page().route(Pattern.compile("/notes$"), NothingTypedIsLostTest::sendAndDropTheAnswer);
        sendNote();
        operator.shows("#note-form output.save", "NOT SAVED");
        operator.page().unroute(Pattern.compile("/notes$"));
        operator.page().unrouteAll();
        operator.shows("#note-form output.save", "saved");
        isThereOnce();
    }

    @Test
    void whenTheSignInHasEndedItIsKeptUntilTheNextOne() {
        operator.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("HOLDFAST"));
        sendNote();
        operator.shows("#note-form output.save", "NOT SAVED");
        assertThat(operator.page().locator("#note")).hasValue(NOTE);
        operator.tabTo("#unsaved a");
        Page again =
                operator.context().waitForPage(() -> operator.page().keyboard().press("Enter"));
        assertThat(again.locator("body")).containsText("You are signed in again");
        operator.shows("#note-form output.save", "saved");
        isThereOnce();
    }

    @Test
    void whatSomebodyTypedIsNotSavedInTheNameOfWhoSignedInAfterThem() {
        List<Cookie> own = sessions(operator);
        try (Window other = Floor.get().desk().inHaste().signedInAs("ana", "/desk")) {
            operator.context().addCookies(sessions(other));
            sendNote();
            operator.shows("#unsaved", "ana has signed in in this browser");
            operator.shows("#unsaved", "when olu has signed in again");
            assertThat(operator.page().locator("#note")).hasValue(NOTE);
        }
        operator.context().addCookies(own);
        operator.shows("#note-form output.save", "saved");
        isThereOnce();
    }

    private static List<Cookie> sessions(Window window) {
        return window.context().cookies().stream()
                .filter(cookie -> cookie.name.equals("HOLDFAST"))
                .toList();
    }

    private void sendNote() {
        operator.type("#note", NOTE);
        operator.press("#save-note", "Enter");
    }

    private static void sendAndDropTheAnswer(Route route) {
        route.fetch();
        route.abort();
    }

    /** After everything was loaded anew. */
    private void isThereOnce() {
        operator.go(operator.path());
        assertThat(operator.page().locator("#notes li")).hasCount(1);
        operator.shows("#notes", NOTE);
    }
}
