package org.holdfast.local.demo;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Stands in for a counselor's phone: takes signed webhooks, checks who sent them, and shows them. */
public final class DemoPhone {

    private static final int MOST = 200;

    private final Webhook webhook;
    private final Clock clock = Clock.systemUTC();
    private final Deque<Rung> newestFirst = new ArrayDeque<>();

    /**
     * @param secret what the webhooks are signed with
     */
    public DemoPhone(String secret) {
        try {
            this.webhook = new Webhook(secret);
        } catch (EmptyWebhookSecretException empty) {
            throw new IllegalArgumentException("the demo phone has no secret", empty);
        }
    }

    /**
     * A message on a phone.
     *
     * @param person whose phone
     * @param body the JSON as it came
     */
    public record Rung(Instant at, String person, String body) {}

    /** Whether the message was signed by the helpline; only then it is kept. */
    public boolean ring(String person, Map<String, List<String>> headers, String body) {
        Map<String, List<String>> lower = new HashMap<>();
        headers.forEach((name, values) -> lower.put(name.toLowerCase(java.util.Locale.ROOT), values));
        try {
            webhook.verify(
                    body,
                    java.net.http.HttpHeaders.of(lower, (name, value) -> true).map());
        } catch (WebhookVerificationException notOurs) {
            return false;
        }
        synchronized (newestFirst) {
            newestFirst.addFirst(new Rung(clock.instant(), person, body));
            while (newestFirst.size() > MOST) {
                newestFirst.removeLast();
            }
        }
        return true;
    }

    /** What came since the start, newest first. */
    public List<Rung> newestFirst() {
        synchronized (newestFirst) {
            return List.copyOf(newestFirst);
        }
    }
}
