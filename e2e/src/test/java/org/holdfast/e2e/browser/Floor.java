package org.holdfast.e2e.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.Cookie;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.holdfast.e2e.Api;
import org.holdfast.e2e.Eventually;
import org.holdfast.e2e.SignIn;
import org.holdfast.e2e.Summons;
import org.holdfast.local.stack.LocalSettings;
import org.holdfast.local.stack.Part;
import org.holdfast.local.stack.Ports;
import org.holdfast.local.stack.Progress;
import org.holdfast.local.stack.ServiceKind;
import org.holdfast.local.stack.Stack;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.stream.binding.BindingsLifecycleController;
import tools.jackson.databind.JsonNode;

/** One local stack and one browser for all browser tests; both end with the last of them. */
final class Floor {

    private static final List<String> QUIET = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static final int PATIENCE = 30_000;

    private static @Nullable Floor floor;

    private final Ports ports = Ports.free();
    private final Stack stack;
    private final Playwright playwright;
    private final Browser browser;
    private final Map<String, List<Cookie>> signedIn = new HashMap<>();
    private final Axe beforeAnything = new Axe();

    private Floor(Path chromium) {
        Path data = Path.of("target/browser/" + ProcessHandle.current().pid());
        LocalSettings settings = new LocalSettings(
                        data, ports, null, HostileDirectory.in(data.resolve("directory")), Map.of())
                .with("referral", "--holdfast.referral.partners=" + HostileDirectory.PARTNERS);
        stack = Stack.start(settings, new Progress(System.out));
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(QUIET));
    }

    /** The browser that was named. */
    static Optional<Path> chromium() {
        return Optional.ofNullable(System.getProperty("browser.chromium"))
                .filter(path -> !path.isBlank())
                .map(Path::of);
    }

    static synchronized Floor get() {
        if (floor == null) {
            floor = new Floor(chromium().orElseThrow());
            Runtime.getRuntime().addShutdownHook(new Thread(Floor::finish));
            floor.lookWhereNothingIs();
        }
        return floor;
    }

    /** Ends stack and browser, if they were started, so that what comes after has the machine for itself. */
    static synchronized void finish() {
        Floor ended = floor;
        floor = null;
        if (ended != null) {
            ended.playwright.close();
            ended.stack.close();
        }
    }

    /** The pages are empty only once, before the first test. */
    private void lookWhereNothingIs() {
        try (Window window = desk().inHaste().signedInAs("sam", "/desk")) {
            window.shows("#open-empty", "None is open.");
            beforeAnything.look("desk, empty", window.page());
            window.go("/queue");
            window.shows("#queue-empty", "Nobody waits.");
            beforeAnything.look("queue, empty", window.page());
            window.go("/alerts");
            window.shows("#alerts-empty", "No alert is open.");
            beforeAnything.look("alerts, empty", window.page());
        }
    }

    /** What was found in the empty pages. */
    Axe beforeAnything() {
        return beforeAnything;
    }

    /** The console. */
    URI console() {
        return ports.uri(Part.CONSOLE);
    }

    /** A contact that another desk has opened, with an answer of yes to these items. */
    String contact(String... items) {
        return contactSaying("YES", items);
    }

    /** The same with another answer. */
    String contactSaying(String value, String... items) {
        List<Map<String, String>> answers = Stream.of(items)
                .map(item -> Map.of("item", item, "value", value))
                .toList();
        return otherDesk()
                .post("/contacts", Map.of("channel", "CHAT", "relation", "SELF", "answers", answers))
                .expect(201)
                .text("contactId");
    }

    /** Another desk gives an answer of yes in the contact, and it has come to this code. */
    void answeredElsewhere(String contact, String item, String code) {
        Api desk = otherDesk();
        saidElsewhere(contact, item, "YES");
        Eventually.get(
                "code " + code,
                () -> desk.get("/contacts/" + contact + "/outcome").expect(200).text("code"),
                code::equals);
    }

    /** Another desk gives this answer to this item in the contact. */
    void saidElsewhere(String contact, String item, String value) {
        otherDesk()
                .post(
                        "/contacts/" + contact + "/answers",
                        Map.of("answers", List.of(Map.of("item", item, "value", value))))
                .expect(200);
    }

    private Api otherDesk() {
        return service(Part.INTAKE, "olu");
    }

    /** A service as this person uses it. */
    Api service(Part part, String person) {
        return new Api(ports.uri(part), new SignIn(ports.uri(Part.IDENTITY)).person(person, Window.PASSWORD));
    }

    /** The service hears nothing from the bus until that is closed. */
    Deaf deaf(ServiceKind kind) {
        return new Deaf(stack.service(kind).context().getBean(BindingsLifecycleController.class));
    }

    /** What a browser holds in which this person has signed in; nothing before that. */
    List<Cookie> signedIn(String person) {
        return signedIn.getOrDefault(person, List.of());
    }

    /** That person has signed in, in a browser that holds this. */
    void signedIn(String person, List<Cookie> cookies) {
        signedIn.put(person, List.copyOf(cookies));
    }

    /** A window without sign-in. */
    Window window(Browser.NewContextOptions options) {
        return new Window(browser.newContext(options.setBaseURL(console().toString())), this);
    }

    /** A desk of an ordinary size. */
    Window desk() {
        return window(new Browser.NewContextOptions().setViewportSize(1280, 1024));
    }

    /** A phone held upright. */
    Window phone() {
        return window(new Browser.NewContextOptions()
                .setViewportSize(390, 844)
                .setHasTouch(true)
                .setIsMobile(true));
    }

    /** The newest message on the person's demo phone that was not there before. */
    Summons summons(String person, int after) {
        List<Summons> all = Eventually.get(
                "a message on the phone of " + person, () -> summonses(person), found -> found.size() > after);
        return all.getLast();
    }

    /** Every message with a link on the person's demo phone, oldest first. */
    List<Summons> summonses(String person) {
        JsonNode items = new Api(ports.uri(Part.PAGE), "")
                .get("/phone/" + person)
                .expect(200)
                .json()
                .path("items");
        return items.valueStream()
                .map(item -> item.path("body").asString(""))
                .filter(body -> body.contains("/a/"))
                .map(Summons::of)
                .toList();
    }
}
