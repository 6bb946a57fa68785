package org.holdfast.notification.email;

import jakarta.mail.SendFailedException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.springframework.mail.MailSendException;

/** Whether one try has given its whole message to the relay: from then on only the relay's answer says what became of it. */
final class Handover {

    /** A reply of a relay that says no, now or for good; a relay that hung up replied nothing. */
    private static final Pattern NO = Pattern.compile("[45]\\d\\d\\b");

    private final AtomicBoolean settled = new AtomicBoolean();
    private volatile boolean withdrawn;

    /** The message is written but for its end; false if the try was given up, so that it must not be ended. */
    boolean complete() {
        return settled.compareAndSet(false, true);
    }

    /** Gives the try up; false if the relay may have the message. */
    boolean withdraw() {
        if (settled.compareAndSet(false, true)) {
            withdrawn = true;
        }
        return withdrawn;
    }

    /** Whether the relay itself said no. */
    static boolean refused(Exception failure) {
        return failure instanceof MailSendException sending
                && Arrays.stream(sending.getMessageExceptions())
                        .anyMatch(each -> each instanceof SendFailedException
                                && NO.matcher(String.valueOf(each.getMessage())).lookingAt());
    }
}
