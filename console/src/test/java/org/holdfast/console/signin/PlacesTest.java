package org.holdfast.console.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlacesTest {

    @ParameterizedTest
    @ValueSource(strings = {"/desk", "/contacts/01j0abc", "/cases/01j/trail", "/alerts/01j.risk"})
    void leadsToPagesOfOurs(String path) {
        assertThat(Places.local(path)).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "https://evil.example",
                "/\\evil.example",
                "/../x",
                "/a//b",
                "/x?y=z",
                "/x\"onload=",
                "/%2f%2fevil",
                "javascript:alert(1)",
                ""
            })
    void leadsNowhereElse(String path) {
        assertThat(Places.local(path)).isEqualTo("/");
    }
}
