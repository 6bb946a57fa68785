package org.holdfast.notification.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import org.holdfast.notification.delivery.Courier;
import org.holdfast.notification.delivery.CourierContract;
import org.holdfast.notification.delivery.Letter;
import org.holdfast.notification.domain.alert.AlertCommand.Outcome;
import org.holdfast.notification.domain.alert.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EmailCourierTest extends CourierContract {

    @Override
    protected Provider provider() {
        return new ScriptedSmtp();
    }

    @Override
    protected Courier courier(Provider provider, Duration deadline) {
        return new EmailCourier(settings(((ScriptedSmtp) provider).port()), deadline);
    }

    @Override
    protected String address(Provider provider) {
        return "ana@helpline.example";
    }

    @Test
    void reachesARealMailbox() throws Exception {
        GreenMail mailbox = new GreenMail(ServerSetup.SMTP.dynamicPort());
        mailbox.start();
        try (EmailCourier courier = new EmailCourier(settings(mailbox.getSmtp().getPort()))) {
            Letter letter = new Letter(
                    "page_1",
                    "ana@helpline.example",
                    null,
                    Reason.RAISED,
                    "https://x.example/a/t",
                    "07",
                    Instant.now());
            assertThat(courier.carry(letter).block()).isEqualTo(Outcome.DELIVERED);
            assertThat(mailbox.waitForIncomingEmail(5000, 1)).isTrue();
            MimeMessage message = mailbox.getReceivedMessages()[0];
            assertThat(message.getMessageID()).isEqualTo("<page_1@helpline.example>");
            assertThat(message.getAllRecipients()).hasSize(1);
            assertThat((String) message.getContent())
                    .contains("https://x.example/a/t")
                    .contains("07");
        } finally {
            mailbox.stop();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"HANGS", "CLOSES"})
    void knowsThatNothingArrivesFromARelayThatNeverTookTheMessage(Mood mood) {
        try (ScriptedSmtp relay = new ScriptedSmtp();
                EmailCourier courier = new EmailCourier(settings(relay.port()), SHORT)) {
            relay.mood(mood);
            assertThat(courier.carry(letter("page_1")).block()).isEqualTo(Outcome.FAILED);
        }
    }

    @Test
    void neverEndsAMessageOfATryThatWasGivenUp() throws Exception {
        Handover handover = new Handover();
        assertThat(handover.withdraw()).isTrue();
        LetterMail mail = new LetterMail(Session.getInstance(new Properties()), "page_1@helpline.example", handover);
        mail.setText("words");
        assertThatThrownBy(() -> mail.writeTo(new ByteArrayOutputStream())).isInstanceOf(IOException.class);
    }

    @Test
    void refusesToSpeakInClearWithAnotherMachine() {
        assertThatThrownBy(() -> new MailSettings(
                        "198.51.100.7", 25, null, null, MailSettings.Security.NONE, "oncall@helpline.example"))
                .hasMessageContaining("STARTTLS or TLS");
    }

    private static MailSettings settings(int port) {
        return new MailSettings("127.0.0.1", port, null, null, MailSettings.Security.NONE, "oncall@helpline.example");
    }
}
