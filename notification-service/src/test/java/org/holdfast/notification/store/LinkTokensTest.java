package org.holdfast.notification.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkTokensTest {

    private final LinkTokens tokens = new LinkTokens(new byte[32]);

    @TempDir
    private Path folder;

    @Test
    void hasTwoHundredAndFiftySixBits() {
        String token = tokens.token(link(1, "ana"));
        assertThat(Base64.getUrlDecoder().decode(token)).hasSize(32);
    }

    @Test
    void isBoundToAlertEpisodeCallingAndPerson() {
        Set<String> all = new HashSet<>();
        all.add(tokens.token(link(1, "ana")));
        all.add(tokens.token(link(2, "ana")));
        all.add(tokens.token(link(1, "ben")));
        all.add(tokens.token(new Link("other.risk", 1, 1, "ana")));
        all.add(tokens.token(new Link("case.risk", 2, 1, "ana")));
        all.add(new LinkTokens(new byte[] {1}).token(link(1, "ana")));
        assertThat(all).hasSize(6);
    }

    @Test
    void showsDigitsThatOnlyTheMessageTells() {
        Set<String> digits = new HashSet<>();
        for (int i = 0; i < 2000; i++) {
            String shown = tokens.digits(link(i, "ana"));
            assertThat(shown).matches("[0-9]{2}");
            assertThat(tokens.matches(link(i, "ana"), shown)).isTrue();
            digits.add(shown);
        }
        assertThat(digits).hasSize(100);
    }

    @Test
    void wantsItsKeyAndMakesOneOnlyWhenTold() throws Exception {
        Path file = folder.resolve("links.key");
        assertThatThrownBy(() -> LinkTokens.open(file, false)).hasMessageContaining("is missing");
        String first = LinkTokens.open(file, true).token(link(1, "ana"));
        assertThat(LinkTokens.open(file, false).token(link(1, "ana"))).isEqualTo(first);
        Files.writeString(file, "abcd");
        assertThatThrownBy(() -> LinkTokens.open(file, true)).hasMessageContaining("64 hexadecimal digits");
    }

    private static Link link(int sequence, String person) {
        return new Link("case.risk", 1, sequence, person);
    }
}
