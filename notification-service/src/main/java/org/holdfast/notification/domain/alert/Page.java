package org.holdfast.notification.domain.alert;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.holdfast.notification.domain.roster.Channel;

/**
 * One message to one person by one channel.
 *
 * @param id the same for every try of this page, so that a receiver can tell a repeat
 * @param person the id of the member of staff
 * @param channel the way
 * @param step the step that called, from 1; 0 is the safety net
 * @param sequence counts every time that somebody was called for this case, from 1
 * @param attempt counts the tries, from 1
 * @param state how far it has come
 * @param due when something must happen to it next (UTC); of no meaning once it is delivered or given up
 */
public record Page(
        String id, String person, Channel channel, int step, int sequence, int attempt, PageState state, Instant due) {

    /** How long a try may stay without a record before it is made again: longer than the deadline of every channel. */
    static final int RECORD_SECONDS = 30;

    static Page first(Episode episode, String person, Channel channel, int step, int sequence, Instant now) {
        String id = idOf(episode.alertId(), episode.number(), sequence, person, channel);
        return new Page(id, person, channel, step, sequence, 1, PageState.SENDING, now.plusSeconds(RECORD_SECONDS));
    }

    boolean open() {
        return state != PageState.DELIVERED && state != PageState.GIVEN_UP;
    }

    boolean onItsWay() {
        return state == PageState.SENDING || state == PageState.LAST;
    }

    Page delivered() {
        return new Page(id, person, channel, step, sequence, attempt, PageState.DELIVERED, due);
    }

    Page givenUp() {
        return new Page(id, person, channel, step, sequence, attempt, PageState.GIVEN_UP, due);
    }

    Page waitingUntil(Instant retryAt) {
        return new Page(id, person, channel, step, sequence, attempt, PageState.WAITING, retryAt);
    }

    Page unsureUntil(Instant retryAt) {
        return new Page(id, person, channel, step, sequence, attempt, PageState.UNSURE, retryAt);
    }

    Page tried(int nextAttempt, Instant recordDue) {
        PageState next = state == PageState.UNSURE ? PageState.LAST : PageState.SENDING;
        return new Page(id, person, channel, step, sequence, nextAttempt, next, recordDue);
    }

    /** Says nothing about the case, is safe in a header, and is the same wherever it is computed. */
    private static String idOf(String alert, int episode, int sequence, String person, Channel channel) {
        String all = String.join("|", alert, "" + episode, "" + sequence, person, channel.name());
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return "page_" + HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
