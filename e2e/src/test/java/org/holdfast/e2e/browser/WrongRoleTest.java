package org.holdfast.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.holdfast.e2e.rules.Sources;
import org.junit.jupiter.api.Test;

/** No page of the console is open to somebody whose work it is not, and none to nobody. */
@InBrowser
class WrongRoleTest {

    private static final Pattern ROUTE = Pattern.compile("HttpMethod\\.(\\w+),\\s*\"(/[^\"]*)\",\\s*Roles\\.(\\w+)");
    private static final Map<String, String> PEOPLE =
            Map.of("operator", "olu", "counselor", "ana", "supervisor", "sam", "admin", "ada", "partner", "hal");
    private static final Set<String> DESK = Set.of("operator", "counselor", "supervisor");

    private record Route(String method, String path) {

        /** Who may, by what the page is for, told here once more so that a slip in the console's own table shows. */
        Set<String> allowed() {
            if (path.equals("/") || path.equals("/signed-in-again")) {
                return PEOPLE.keySet();
            }
            if (path.startsWith("/inbox")) {
                return Set.of("partner");
            }
            if (path.startsWith("/alerts")) {
                return method.equals("GET")
                        ? Set.of("operator", "counselor", "supervisor", "admin")
                        : Set.of("counselor", "supervisor");
            }
            return DESK;
        }
    }

    @Test
    void aWrongRoleIsRefusedEverywhere() {
        List<String> wrong = new ArrayList<>();
        PEOPLE.forEach((role, person) -> {
            try (Window window = Floor.get().desk().inHaste().signedInAs(person, "/")) {
                String csrf = window.page().locator("[name=_csrf]").first().inputValue();
                for (Route route : routes()) {
                    if (!route.allowed().contains(role)
                            && ask(window, route, csrf).status() != 403) {
                        wrong.add(role + " " + route);
                    }
                }
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void nobodyIsSentToTheSignInOrRefused() {
        try (Window nobody = Floor.get().desk()) {
            for (Route route : routes()) {
                APIResponse answer = ask(nobody, route, "none");
                if (answer.status() == 302) {
                    assertThat(answer.headers().get("location"))
                            .as(route.toString())
                            .startsWith("/sign-in?to=/");
                } else {
                    assertThat(answer.status()).as(route.toString()).isIn(401, 403);
                }
            }
        }
    }

    private static APIResponse ask(Window window, Route route, String csrf) {
        RequestOptions options =
                RequestOptions.create().setMethod(route.method()).setMaxRedirects(0);
        if (route.method().equals("POST")) {
            options.setForm(FormData.create().set("_csrf", csrf).set("key", "0123456789abcdef0123456789abcdef"));
        }
        return window.context().request().fetch(route.path().replaceAll("\\{\\w+}", "abcdefghij"), options);
    }

    private static List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        for (Path source : Sources.of("main", ".java")) {
            if (source.toString().contains("/console/pages/")) {
                ROUTE.matcher(Sources.text(source))
                        .results()
                        .forEach(found -> routes.add(new Route(found.group(1), found.group(2))));
            }
        }
        assertThat(routes).hasSizeGreaterThan(20);
        return routes;
    }
}
