package org.holdfast.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.holdfast.e2e.Api;
import org.holdfast.e2e.Reply;
import org.holdfast.e2e.Summons;
import org.holdfast.local.stack.Part;
import org.holdfast.local.stack.ServiceKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The pages can be used by everybody also where nothing is, where something is wrong, and where nobody came. */
@InBrowser
class EveryStateTest {

    private static final String[] SCREEN = {"cssrs.q1", "cssrs.q2", "cssrs.q6"};

    private final Axe axe = new Axe();
    private final Floor floor = Floor.get();

    @AfterEach
    void isClean() {
        axe.isClean();
    }

    @Test
    void beforeTheFirstContact() {
        floor.beforeAnything().isClean();
        try (Window partner = floor.desk().inHaste().signedInAs("sia", "/inbox")) {
            partner.shows("main", "Nothing");
            axe.look("inbox, empty", partner.page());
        }
    }

    @Test
    void whereTheDirectoryHasNothing() {
        try (Window operator = floor.desk().inHaste().signedInAs("olu", "/desk")) {
            Steps.open(operator);
            operator.type("#propose-form select", "Financial");
            operator.press("#propose", "Enter");
            operator.shows("#no-candidates", "nothing that fits");
            axe.look("nothing that fits", operator.page());
        }
    }

    @Test
    void whereTheDigitsAreWrongUntilTheLinkIsOver() {
        String contact = floor.contact();
        try (Window operator = floor.desk().inHaste().signedInAs("olu", "/contacts/" + contact);
                Window phone = floor.phone()) {
            Map<String, Integer> before = Map.of(
                    "ana",
                    floor.summonses("ana").size(),
                    "ben",
                    floor.summonses("ben").size());
            floor.answeredElsewhere(contact, "cssrs.q4", "B");
            String counselor = Steps.reached(operator);
            Summons summons = floor.summons(counselor, before.get(counselor));
            phone.go(summons.path());
            for (int wrong = 1; wrong <= 3; wrong++) {
                phone.type("#digits", summons.digits().equals("00") ? "11" : "00");
                phone.press("button", "Enter");
                if (wrong < 3) {
                    phone.shows("#wrong", "not the digits");
                }
                if (wrong == 1) {
                    axe.look("link, wrong digits", phone.page());
                }
            }
            phone.shows("h1", "no longer valid");
            axe.look("link, over", phone.page());
        }
    }

    @Test
    void whereNobodyAnswers() {
        Api admin = floor.service(Part.NOTIFICATION, "ada");
        Reply rota = admin.get("/rota").expect(200);
        String inHaste = rota.body().replaceAll("\"ackSeconds\":\\d+", "\"ackSeconds\":1");
        String version = put(admin, inHaste, rota.etag()).etag();
        try (Window operator = floor.desk().inHaste().signedInAs("olu", "/desk");
                Window counselor = floor.desk().inHaste().signedInAs("ana", "/alerts")) {
            String contact = floor.contact("cssrs.q4");
            operator.go("/contacts/" + contact);
            operator.shows("#alert", "Nobody answered");
            axe.look("contact, nobody answered", operator.page());
            counselor.shows("article:has([href='/contacts/" + contact + "'])", "Exhausted");
            axe.look("alerts, exhausted", counselor.page());
            counselor.press("article:has([href='/contacts/" + contact + "']) a[id^=story]", "Enter");
            counselor.shows("#alert-history", "safety net");
            axe.look("alert, exhausted", counselor.page());
        } finally {
            put(admin, rota.body(), version);
        }
    }

    @Test
    void whereNobodyAssesses() {
        try (Window operator = floor.desk().inHaste().signedInAs("olu", "/desk");
                Deaf triage = floor.deaf(ServiceKind.TRIAGE)) {
            operator.go("/contacts/" + floor.contact("cssrs.q4"));
            operator.shows("#alarm", "NOT ASSESSED");
            axe.look("contact, not assessed", operator.page());
        }
    }

    @Test
    void whereNobodySaysThatAnybodyIsAlerted() {
        String contact;
        try (Window operator = floor.desk().inHaste().signedInAs("olu", "/desk");
                Deaf notification = floor.deaf(ServiceKind.NOTIFICATION)) {
            contact = floor.contact("cssrs.q4");
            operator.go("/contacts/" + contact);
            operator.shows("#alarm", "ALERT NOT CONFIRMED");
            axe.look("contact, alert not confirmed", operator.page());
        }
        try (Window operator = floor.desk().inHaste().signedInAs("olu", "/contacts/" + contact)) {
            Steps.reached(operator);
            assertThat(operator.page().locator("#alarm")).not().containsText("NOT CONFIRMED");
        }
    }

    @Test
    void whereThePageIsScrolledTheAlarmStaysInSight() {
        String contact = floor.contact("cssrs.q4");
        try (Window operator = floor.desk().inHaste().signedInAs("olu", "/contacts/" + contact)) {
            operator.shows("#alarm", "Code B");
            for (int width : new int[] {1280, 640}) {
                operator.page().setViewportSize(width, 700);
                operator.page().evaluate("() => window.scrollTo(0, document.body.scrollHeight)");
                assertThat(operator.page().locator("#close-contact")).isInViewport();
                assertThat(operator.page().locator("#alarm .alarm").first()).isInViewport();
            }
            axe.look("scrolled, narrow", operator.page());
        }
    }

    @Test
    void whereTheConnectionIsGone() {
        String contact = floor.contact();
        try (Window operator = floor.desk().inHaste().signedInAs("olu", "/contacts/" + contact)) {
            operator.context().setOffline(true);
            operator.type("#note", "She is waiting.");
            operator.press("#save-note", "Enter");
            operator.shows("#unsaved", "NOT SAVED");
            axe.look("not saved", operator.page());
            operator.context().setOffline(false);
            operator.shows("#note-form output.save", "saved");
        }
    }

    @Test
    void whereSomethingWasSaidThatNoProtocolKnows() {
        String contact = floor.contactSaying("NO", SCREEN);
        try (Window operator = floor.desk().inHaste().signedInAs("olu", "/contacts/" + contact)) {
            operator.shows("#code", "you choose");
            floor.saidElsewhere(contact, "who is with you", "Nobody.");
            operator.press("#read-unrecognised", "Enter");
            operator.shows("#unrecognised", "Nobody.");
            axe.look("what no protocol knew", operator.page());
        }
    }

    @Test
    void whereThereIsNoSuchThing() {
        try (Window operator = floor.desk().inHaste().signedInAs("olu", "/desk")) {
            operator.go("/contacts/there-is-none");
            operator.shows("#said-no", "no contact");
            axe.look("no such contact", operator.page());
            operator.go("/there-is-no-such-page");
            operator.shows("main", "not open to you");
            axe.look("no such page", operator.page());
        }
    }

    private static Reply put(Api admin, String rota, String version) {
        return admin.raw(
                        "PUT",
                        "/rota",
                        rota.getBytes(StandardCharsets.UTF_8),
                        Map.of("Content-Type", "application/json", "If-Match", version))
                .expect(200);
    }
}
