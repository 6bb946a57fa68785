package org.holdfast.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A check that can find nothing promises nothing. */
@InBrowser
class AxeTest {

    @Test
    void aPictureWithoutWordsIsFound() {
        try (Window window = Floor.get().desk()) {
            window.page().setContent("<html lang=en><title>One</title><main><h1>One</h1><img src='x.png'></main>");
            assertThat(Axe.violations(window.page())).singleElement().asString().startsWith("image-alt");
            window.page().setContent("<p style='width:700px'>wide</p>");
            assertThat(Axe.tooWide(window.page())).isGreaterThan(50);
        }
    }
}
