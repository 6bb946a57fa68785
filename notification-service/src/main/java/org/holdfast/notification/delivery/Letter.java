package org.holdfast.notification.delivery;

import java.time.Instant;
import org.holdfast.notification.domain.alert.Reason;
import org.jspecify.annotations.Nullable;

/**
 * One page on its way to one person: fixed words, a link and two digits, and nothing of the case.
 *
 * @param id the same for every try, so that a receiver can tell a repeat
 * @param address where to, in the form of the channel
 * @param secret what the channel signs with, if it does
 * @param reason why the person is called, which chooses the fixed words
 * @param link the page where the person answers
 * @param digits two digits to type there
 * @param at when it was written (UTC)
 */
public record Letter(
        String id, String address, @Nullable String secret, Reason reason, String link, String digits, Instant at) {

    /** The subject; the same for every letter, so that a locked screen shows nothing else. */
    public String subject() {
        return "Holdfast calls you";
    }

    /** Why, in fixed words. */
    public String words() {
        return switch (reason) {
            case RAISED, ROTA_CHANGED -> "You are on call, and somebody needs you now.";
            case MORE_URGENT -> "An alert has become more urgent. Somebody needs you now.";
            case NOT_ACKNOWLEDGED -> "An alert waits, and nobody has taken it. It is your turn now.";
            case NOT_ENGAGED -> "An alert was taken, but nobody is with the person yet. Please take it on.";
            case HEARD_ELSEWHERE -> "An alert that a colleague had taken rings again. Please take it on.";
            case NEW_FACT ->
                "Something new was heard about the alert that you have. Say again that you are with the person, or others are called.";
            case STILL_THERE ->
                "You said that you are with a person. Say so again or close the alert at the desk, or others are called.";
            case NOBODY_LEFT -> "An alert waits, and nobody else is left. You are the safety net.";
        };
    }

    /** What to do, in fixed words. */
    public String instruction() {
        return "Open the page and type the digits " + digits + ". Opening it alone changes nothing.";
    }

    /** Nothing of it, so that no log can hold a link or an address. */
    @Override
    public String toString() {
        return "Letter[" + id + "]";
    }
}
