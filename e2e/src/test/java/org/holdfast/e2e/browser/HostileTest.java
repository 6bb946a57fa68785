package org.holdfast.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What an attacker tries from another page: to send, to frame, to plant a session, to lead away. */
@InBrowser
class HostileTest {

    private static final String SESSION = "HOLDFAST";

    private final Floor floor = Floor.get();

    @Test
    void anotherSitesFormOpensNoContact() throws Exception {
        try (Window operator = floor.desk().signedInAs("olu", "/desk")) {
            int open = operator.page().locator("#open-contacts tbody tr").count();
            for (String host : List.of("127.0.0.1", "localhost")) {
                operator.page()
                        .navigate(evil(host, """
                        <form method=post action=%s><input name=channel value=PHONE><input name=relation value=SELF>
                        <input name=key value=0123456789abcdef></form><script>document.forms[0].submit()</script>
                        """.formatted(floor.console().resolve("/contacts"))));
                operator.page().waitForURL(Pattern.compile("/contacts$"));
                operator.shows("[role=alert]", "not open to you");
            }
            operator.go("/desk");
            assertThat(operator.page().locator("#open-contacts tbody tr").count())
                    .isEqualTo(open);
        }
    }

    @Test
    void noOtherPageFramesTheConsole() throws Exception {
        try (Window operator = floor.desk().signedInAs("olu", "/desk")) {
            for (String path : List.of("/desk", "/queue", "/alerts", "/a/abcdefghijklmnop")) {
                operator.page()
                        .navigate(evil(
                                "127.0.0.1", "<iframe src=" + floor.console().resolve(path) + "></iframe>"));
                operator.page().waitForLoadState();
                Locator inside = operator.page().frameLocator("iframe").locator("main");
                assertThat(inside.count()).as("framed %s", path).isZero();
                assertThat(operator.page().frames().getLast().url()).startsWith("chrome-error:");
            }
        }
    }

    @Test
    void aPlantedSessionIsNotTheOneAfterSigningIn() {
        try (Window attacker = floor.desk();
                Window operator = floor.desk()) {
            attacker.go("/desk");
            String planted = attacker.context().cookies().stream()
                    .filter(cookie -> cookie.name.equals(SESSION))
                    .map(cookie -> cookie.value)
                    .findFirst()
                    .orElse("3f2c0a52-0000-4000-8000-000000000000");
            operator.context()
                    .addCookies(List.of(
                            new Cookie(SESSION, planted).setUrl(floor.console().toString())));
            operator.signedInAs("olu", "/desk");
            Cookie after = session(operator);
            assertThat(after.value).isNotEqualTo(planted);
            attacker.context()
                    .addCookies(List.of(
                            new Cookie(SESSION, planted).setUrl(floor.console().toString())));
            attacker.go("/desk");
            assertThat(attacker.page().locator("#person").count())
                    .as("the sign-in form")
                    .isOne();
        }
    }

    @Test
    void cookiesAreForTheServerAndThisSiteOnly() {
        try (Window operator = floor.desk().signedInAs("olu", "/desk")) {
            List<Cookie> ours = operator.context().cookies(floor.console().toString()).stream()
                    .filter(cookie -> List.of(SESSION, "HOLDFAST-FORM").contains(cookie.name))
                    .toList();
            assertThat(ours).extracting(cookie -> cookie.name).containsExactlyInAnyOrder(SESSION, "HOLDFAST-FORM");
            assertThat(ours).allSatisfy(cookie -> {
                assertThat(cookie.httpOnly).as(cookie.name).isTrue();
                assertThat(cookie.sameSite).as(cookie.name).isEqualTo(SameSiteAttribute.STRICT);
            });
            assertThat(operator.page().evaluate("() => document.cookie")).isEqualTo("");
            assertThat(operator.page().evaluate("() => localStorage.length")).isEqualTo(0);
            assertThat(operator.page().evaluate("() => Object.keys(sessionStorage)"))
                    .as("what htmx keeps: the path of the page")
                    .isIn(List.of(), List.of("htmx-current-path-for-history"));
        }
    }

    @Test
    void nothingInAnAddressLeadsOffThisSite() {
        try (Window operator = floor.desk().inHaste().signedInAs("olu", "/desk")) {
            for (String to : List.of(
                    "https://evil.example/",
                    "//evil.example",
                    "/%5Cevil.example",
                    "/%09/evil.example",
                    "javascript:alert(1)")) {
                operator.go("/sign-in?to=" + to);
                operator.page().waitForURL(Pattern.compile("/desk$"));
                assertThat(operator.page().url()).startsWith(floor.console().toString() + "/");
            }
            assertThat(operator.dialogs()).isEmpty();
        }
    }

    private static Cookie session(Window window) {
        return window.context().cookies().stream()
                .filter(cookie -> cookie.name.equals(SESSION))
                .findFirst()
                .orElseThrow();
    }

    /** A page of somebody else's, on a port of its own. */
    private static String evil(String host, String body) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.createContext("/", exchange -> {
            byte[] page = ("<!doctype html><title>Evil</title>" + body).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        server.start();
        return "http://" + host + ":" + server.getAddress().getPort() + "/";
    }
}
