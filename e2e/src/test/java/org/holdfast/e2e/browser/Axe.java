package org.holdfast.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Whether a page, as it is now, can be used by everybody: axe-core in light and dark, and no sideways scrolling at 200 % zoom. */
final class Axe {

    private static final String SCRIPT = script();
    private static final String RUN = """
            () => axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations']})
              .then(found => found.violations.flatMap(one => one.nodes.map(node =>
                one.id + ' at ' + node.target.join(' ') + ': ' + node.failureSummary.replace(/\\s+/g, ' '))))
            """;
    private static final String OVERFLOW =
            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth";

    private Axe() {}

    /** Fails with everything that is wrong. */
    static void isClean(String state, Page page) {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            assertThat(violations(page)).as("%s, %s", state, scheme).isEmpty();
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        doesNotScrollSideways(state, page);
    }

    /** What axe-core finds. */
    static List<?> violations(Page page) {
        page.evaluate(SCRIPT);
        return (List<?>) page.evaluate(RUN);
    }

    private static void doesNotScrollSideways(String state, Page page) {
        var before = page.viewportSize();
        int width = Math.min(before.width, 640);
        page.setViewportSize(width, 512);
        assertThat((Integer) page.evaluate(OVERFLOW)).as("%s at 200 %%, pixels to the right", state).isZero();
        page.setViewportSize(before.width, before.height);
    }

    private static String script() {
        try (InputStream found = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(found.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
