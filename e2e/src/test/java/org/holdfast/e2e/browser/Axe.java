package org.holdfast.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whether pages, as they are at a moment, can be used by everybody: axe-core in light and dark, and no sideways scrolling at 200 % zoom. */
final class Axe {

    private static final String SCRIPT = script();
    private static final String RUN = """
            only => axe.run(document, {runOnly: only, resultTypes: ['violations']})
              .then(found => found.violations.flatMap(one => one.nodes.map(node =>
                one.id + ' at ' + node.target.join(' ') + ': ' + node.failureSummary.replace(/\\s+/g, ' '))))
            """;
    private static final Map<String, Object> EVERYTHING =
            Map.of("type", "tag", "values", List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"));
    private static final Map<String, Object> COLOURS =
            Map.of("type", "rule", "values", List.of("color-contrast", "link-in-text-block"));
    private static final String OVERFLOW =
            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth";

    private final List<String> found = new ArrayList<>();

    /** Looks at the page as it is now. */
    void look(String state, Page page) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        violations(page, COLOURS).forEach(one -> found.add(state + ", in dark: " + one));
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        violations(page).forEach(one -> found.add(state + ": " + one));
        int pixels = tooWide(page);
        if (pixels > 0) {
            found.add(state + ": at 200 % the page is " + pixels + " pixels too wide");
        }
    }

    /** Fails with everything that was found in every state. */
    void isClean() {
        assertThat(found).isEmpty();
    }

    /** What axe-core finds. */
    static List<?> violations(Page page) {
        return violations(page, EVERYTHING);
    }

    private static List<?> violations(Page page, Map<String, Object> only) {
        if (!(Boolean) page.evaluate("() => 'axe' in window")) {
            page.evaluate(SCRIPT);
        }
        return (List<?>) page.evaluate(RUN, only);
    }

    /** By how much it scrolls sideways when everything is twice as large. */
    static int tooWide(Page page) {
        var before = page.viewportSize();
        page.setViewportSize(Math.min(before.width, 640), 512);
        int pixels = (Integer) page.evaluate(OVERFLOW);
        page.setViewportSize(before.width, before.height);
        return pixels;
    }

    private static String script() {
        try (InputStream found = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(found.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
