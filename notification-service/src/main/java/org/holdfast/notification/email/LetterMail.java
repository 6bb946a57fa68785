package org.holdfast.notification.email;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** The mail of one try: carries the page's id, so that a mailbox shows a repeat as one, and tells when all of it was written. */
final class LetterMail extends MimeMessage {

    private final String id;
    private final Handover handover;

    LetterMail(Session session, String id, Handover handover) {
        super(session);
        this.id = "<" + id + ">";
        this.handover = handover;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", id);
    }

    @Override
    public void writeTo(OutputStream out, String @Nullable [] ignored) throws IOException, MessagingException {
        super.writeTo(out, ignored);
        if (!handover.complete()) {
            throw new IOException("The try was given up");
        }
    }
}
