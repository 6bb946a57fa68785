package org.holdfast.notification.domain.roster;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A member of staff who can be called; never a caller.
 *
 * @param id the id at the issuer, letters, digits, {@code -} and {@code _}, at most 64
 * @param email the address for pages
 * @param webhook the https address for signed pages; its secret is kept elsewhere, sealed
 * @param webhookOff whether the receiver said that it is gone for good
 */
public record Person(
        String id, @Nullable String email, @Nullable String webhook, boolean webhookOff) {

    /** The ways that are open, e-mail first. */
    public List<Channel> channels() {
        List<Channel> open = new ArrayList<>(2);
        if (email != null) {
            open.add(Channel.EMAIL);
        }
        if (webhook != null && !webhookOff) {
            open.add(Channel.WEBHOOK);
        }
        return open;
    }

    /** The same person, no longer called by webhook. */
    public Person withWebhookOff() {
        return new Person(id, email, webhook, true);
    }
}
