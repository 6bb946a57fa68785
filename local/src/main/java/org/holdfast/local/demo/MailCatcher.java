package org.holdfast.local.demo;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A mail server on loopback that keeps what it gets and sends nothing on. */
public final class MailCatcher implements AutoCloseable {

    private static final int MOST = 500;

    private final GreenMail server;

    private MailCatcher(GreenMail server) {
        this.server = server;
    }

    /**
     * A mail that was caught.
     *
     * @param to whom it was for
     */
    public record Caught(Instant at, String to, String subject, String text) {}

    /** Listens on loopback. */
    public static MailCatcher start(int port) {
        GreenMail server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return new MailCatcher(server);
    }

    /** What was caught since the start, newest first. */
    public synchronized List<Caught> newestFirst() {
        MimeMessage[] all = server.getReceivedMessages();
        List<Caught> caught = new ArrayList<>(Arrays.stream(all)
                .map(MailCatcher::read)
                .flatMap(Optional::stream)
                .toList());
        if (all.length > MOST) {
            forget();
        }
        return caught.reversed();
    }

    private void forget() {
        try {
            server.purgeEmailFromAllMailboxes();
        } catch (FolderException unable) {
            throw new IllegalStateException(unable);
        }
    }

    private static Optional<Caught> read(MimeMessage message) {
        try {
            Date sent = message.getSentDate();
            Object content = message.getContent();
            return Optional.of(new Caught(
                    sent == null ? Instant.EPOCH : sent.toInstant(),
                    Arrays.stream(message.getAllRecipients())
                            .map(Object::toString)
                            .collect(Collectors.joining(", ")),
                    String.valueOf(message.getSubject()),
                    content instanceof String text ? text : String.valueOf(content)));
        } catch (MessagingException | IOException unreadable) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
