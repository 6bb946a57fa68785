package org.holdfast.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.holdfast.local.stack.Part;
import org.holdfast.local.stack.Ports;
import org.junit.jupiter.api.Test;

class AddressesTest {

    @Test
    void takesThePortsAsTheStackDoes() {
        Addresses at = Addresses.of("--port.intake=9181", "--port.page=9190");

        assertThat(at.intake()).hasPort(9181);
        assertThat(at.page()).hasPort(9190);
        assertThat(at.triage()).isEqualTo(Addresses.standard().triage());
        assertThat(Addresses.of()).isEqualTo(Addresses.standard());
    }

    @Test
    void takesEveryPortThatTheStackTakes() {
        String[] all = Arrays.stream(Part.values())
                .map(part -> "--port." + part.label() + "=" + Ports.usual().of(part))
                .toArray(String[]::new);

        assertThat(Addresses.of(all)).isEqualTo(Addresses.standard());
    }

    @Test
    void saysWhatItDoesNotUnderstand() {
        for (String wrong : List.of("--intake=9181", "--port.intak=9181", "--port.intake=here")) {
            assertThatThrownBy(() -> Addresses.of(wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(wrong)
                    .hasMessageContaining("--port.PART=NUMBER");
        }
    }
}
