package org.holdfast.notification.webhook;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelOption;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.holdfast.chassis.http.FreshNames;
import org.holdfast.notification.delivery.Courier;
import org.holdfast.notification.delivery.Letter;
import org.holdfast.notification.domain.alert.AlertCommand.Outcome;
import org.holdfast.notification.domain.roster.Channel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import tools.jackson.databind.json.JsonMapper;

/** Gives letters to a receiver over HTTP, signed; an answer other than 2xx is a failure, and 410 means gone for good. */
public final class WebhookCourier implements Courier {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookCourier.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** So that the second address of a name is tried as well before a try is over. */
    private static final int ADDRESSES = 3;

    private final Networks networks;
    private final Duration deadline;
    private final HttpClient connecting;

    public WebhookCourier(Networks networks) {
        this(networks, DEADLINE);
    }

    WebhookCourier(Networks networks, Duration deadline) {
        this(networks, deadline, FreshNames::on);
    }

    /** @param names finds the address of a name */
    WebhookCourier(Networks networks, Duration deadline, UnaryOperator<HttpClient> names) {
        this.networks = networks;
        this.deadline = deadline;
        this.connecting = names.apply(newConnections(deadline));
    }

    /** A connection of its own for each try: none is left from a time when the name pointed elsewhere. */
    private static HttpClient newConnections(Duration deadline) {
        return HttpClient.create(ConnectionProvider.newConnection())
                .followRedirect(false)
                .disableRetry(true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, Math.toIntExact(deadline.toMillis() / ADDRESSES));
    }

    @Override
    public Channel channel() {
        return Channel.WEBHOOK;
    }

    @Override
    public Mono<Outcome> carry(Letter letter) {
        return Mono.defer(() -> {
            AtomicBoolean spoken = new AtomicBoolean();
            return post(letter, spoken).timeout(deadline).onErrorResume(e -> {
                LOG.warn("Webhook: {} failed with {}", letter.id(), e.getClass().getSimpleName());
                return Mono.just(spoken.get() ? Outcome.UNKNOWN : Outcome.FAILED);
            });
        });
    }

    private Mono<Outcome> post(Letter letter, AtomicBoolean spoken) {
        String body = JSON.writeValueAsString(body(letter));
        long timestamp = letter.at().getEpochSecond();
        String signature = sign(String.valueOf(letter.secret()), letter.id(), timestamp, body);
        URI target = URI.create(letter.address());
        return client("https".equals(target.getScheme()))
                .headers(headers -> headers.set("content-type", "application/json")
                        .set("user-agent", "Holdfast")
                        .set("webhook-id", letter.id())
                        .set("webhook-timestamp", Long.toString(timestamp))
                        .set("webhook-signature", signature))
                .doOnRequest((request, connection) -> spoken.set(true))
                .post()
                .uri(target)
                .send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(body.getBytes(StandardCharsets.UTF_8))))
                .response()
                .map(response -> outcome(letter, response.status().code()));
    }

    private Outcome outcome(Letter letter, int status) {
        if (status / 100 == 2) {
            return Outcome.DELIVERED;
        }
        LOG.warn("Webhook: {} was answered with {}", letter.id(), status);
        return switch (status) {
            case 410 -> Outcome.GONE;
            case 504 -> Outcome.UNKNOWN;
            default -> Outcome.FAILED;
        };
    }

    private HttpClient client(boolean encrypted) {
        return connecting.doOnChannelInit((observer, channel, remote) ->
                channel.pipeline().addFirst("address-guard", new AddressGuard(networks, encrypted)));
    }

    private static Map<String, Object> body(Letter letter) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("id", letter.id());
        data.put("words", letter.words());
        data.put("link", letter.link());
        data.put("digits", letter.digits());
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "person.called");
        body.put("timestamp", letter.at().toString());
        body.put("data", data);
        return body;
    }

    static String sign(String secret, String id, long timestamp, String body) {
        try {
            return new Webhook(secret).sign(id, timestamp, body);
        } catch (EmptyWebhookSecretException | WebhookSigningException e) {
            throw new IllegalStateException("The webhook's secret cannot sign");
        }
    }
}
