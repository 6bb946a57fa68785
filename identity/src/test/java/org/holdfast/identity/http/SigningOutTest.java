package org.holdfast.identity.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** After signing out a person is sent to the program that they used, and nowhere else. */
class SigningOutTest {

    private static final String AT_HOME = "http://127.0.0.1:8080/signed-in";
    private static final String OUTSIDE = "https://desk.helpline.example/signed-in";

    @ParameterizedTest
    @CsvSource({
        "https://desk.helpline.example/, true",
        "https://desk.helpline.example:8443/, false",
        "https://desk.helpline.example/elsewhere, false",
        "https://desk.helpline.example/?to=x, false",
        "https://desk.helpline.example.evil.example/, false",
        "https://desk.helpline.example@evil.example/, false",
        "http://desk.helpline.example/, false",
        "//desk.helpline.example/, false",
        "javascript:alert(1), false",
        "'not an address', false"
    })
    void aProgramOutside(String to, boolean allowed) {
        assertThat(SigningOut.isFirstPage(to, OUTSIDE)).isEqualTo(allowed);
    }

    @Test
    void aProgramThatIsReachedByASchemeOfItsOwnHasNoFirstPage() {
        assertThat(SigningOut.isFirstPage("https://desk.helpline.example/", "holdfast:/signed-in"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:8080/, true",
        "http://127.0.0.1:43021/, true",
        "http://127.0.0.2:8080/, false",
        "https://127.0.0.1:8080/, false",
        "http://someone@127.0.0.1:8080/, false"
    })
    void aProgramOnThisMachine(String to, boolean allowed) {
        assertThat(SigningOut.isFirstPage(to, AT_HOME)).isEqualTo(allowed);
    }
}
