package org.holdfast.notification.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.holdfast.notification.delivery.Courier;
import org.holdfast.notification.delivery.CourierContract;
import org.holdfast.notification.delivery.Letter;
import org.holdfast.notification.domain.alert.AlertCommand.Outcome;
import org.holdfast.notification.domain.alert.Reason;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookCourierTest extends CourierContract {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final Networks LOOPBACK = new Networks(List.of("127.0.0.0/8"));

    @Override
    protected Provider provider() {
        return new ScriptedReceiver();
    }

    @Override
    protected Courier courier(Provider provider, Duration deadline) {
        return new WebhookCourier(LOOPBACK, deadline);
    }

    @Override
    protected String address(Provider provider) {
        return ((ScriptedReceiver) provider).url();
    }

    @Override
    protected String secret() {
        return SECRET;
    }

    @Test
    @DisplayName("X01 the published signature")
    void signsAsTheStandardSays() {
        assertThat(WebhookCourier.sign(SECRET, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    @DisplayName("X02 what a receiver accepts and rejects")
    void isVerifiedByAReceiverThatFollowsTheStandard() throws Exception {
        Webhook receiver = new Webhook(SECRET);
        long now = Instant.now().getEpochSecond();
        String good = WebhookCourier.sign(SECRET, "msg", now, "{}");
        assertThatCode(() -> receiver.verify("{}", headers("msg", now, good))).doesNotThrowAnyException();
        assertThatCode(() -> new Webhook(SECRET.substring(6)).verify("{}", headers("msg", now, good)))
                .doesNotThrowAnyException();
        assertThatCode(() -> receiver.verify("{}", headers("msg", now, "v1,AAAA " + good)))
                .doesNotThrowAnyException();
        String old = WebhookCourier.sign(SECRET, "msg", now - 400, "{}");
        assertThatThrownBy(() -> receiver.verify("{}", headers("msg", now - 400, old)))
                .isNotNull();
        String early = WebhookCourier.sign(SECRET, "msg", now + 400, "{}");
        assertThatThrownBy(() -> receiver.verify("{}", headers("msg", now + 400, early)))
                .isNotNull();
        assertThatThrownBy(() -> receiver.verify("{}", headers("msg", now, good.replace("v1,", "v2,"))))
                .isNotNull();
        assertThatThrownBy(() -> receiver.verify("{}", headers("msg", now, "invalid_signature")))
                .isNotNull();
        for (String missing : List.of("webhook-id", "webhook-timestamp", "webhook-signature")) {
            Map<String, List<String>> headers = headers("msg", now, good);
            headers.remove(missing);
            assertThatThrownBy(() -> receiver.verify("{}", headers)).isNotNull();
        }
        assertThatThrownBy(() -> new Webhook("")).isInstanceOf(EmptyWebhookSecretException.class);
    }

    @Test
    void sendsWhatAReceiverThatFollowsTheStandardAccepts() throws Exception {
        try (ScriptedReceiver receiver = new ScriptedReceiver()) {
            assertThat(carried(new WebhookCourier(LOOPBACK), receiver.url())).isEqualTo(Outcome.DELIVERED);
            ScriptedReceiver.Request request = receiver.requests.getFirst();
            Map<String, List<String>> headers = new HashMap<>();
            request.headers().forEach(header -> headers.put(header.getKey(), List.of(header.getValue())));
            new Webhook(SECRET).verify(request.body(), headers);
            assertThat(request.headers().get("webhook-id")).isEqualTo("page_1");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 400, 401, 404, 429, 500, 503})
    void takesAnythingButSuccessForAFailureAndFollowsNoRedirect(int status) {
        try (ScriptedReceiver receiver = new ScriptedReceiver()) {
            receiver.status = status;
            assertThat(carried(new WebhookCourier(LOOPBACK), receiver.url())).isEqualTo(Outcome.FAILED);
            assertThat(receiver.requests).hasSize(1);
        }
    }

    @Test
    void saysThatAReceiverIsGoneForGood() {
        try (ScriptedReceiver receiver = new ScriptedReceiver()) {
            receiver.status = 410;
            assertThat(carried(new WebhookCourier(LOOPBACK), receiver.url())).isEqualTo(Outcome.GONE);
        }
    }

    @Test
    void doesNotKnowWhatBecameOfALetterThatAGatewayLostSightOf() {
        try (ScriptedReceiver receiver = new ScriptedReceiver()) {
            receiver.status = 504;
            assertThat(carried(new WebhookCourier(LOOPBACK), receiver.url())).isEqualTo(Outcome.UNKNOWN);
        }
    }

    @Test
    void neverReachesAPrivateAddressByNumberOrByName() {
        WebhookCourier courier = new WebhookCourier(new Networks(List.of()));
        try (ScriptedReceiver receiver = new ScriptedReceiver()) {
            for (String host : List.of("127.0.0.1", "localhost", "0.0.0.0", "[::ffff:127.0.0.1]", "2130706433")) {
                for (String scheme : List.of("http", "https")) {
                    assertThat(carried(courier, scheme + "://" + host + ":" + receiver.port() + "/hook"))
                            .as(scheme + " " + host)
                            .isEqualTo(Outcome.FAILED);
                }
            }
            assertThat(receiver.requests).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.255.255.254",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "224.0.0.1",
                "255.255.255.255",
                "198.18.0.1",
                "::1",
                "::",
                "fe80::1",
                "fec0::1",
                "fd00::1",
                "ff02::1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::1"
            })
    void knowsWhatIsNotAPublicAddress(String address) throws Exception {
        assertThat(new Networks(List.of()).allows(InetAddress.getByName(address)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "172.32.0.1", "172.15.255.255", "100.128.0.1", "2606:4700::1111", "11.0.0.1"})
    void knowsWhatIsAPublicAddress(String address) throws Exception {
        assertThat(new Networks(List.of()).allows(InetAddress.getByName(address)))
                .isTrue();
    }

    @Test
    void refusesANetworkThatIsNone() {
        for (String wrong : List.of("127.0.0.1", "127.0.0.0/33", "example.org/8", "::/129", "/8")) {
            assertThatThrownBy(() -> new Networks(List.of(wrong))).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static Outcome carried(WebhookCourier courier, String url) {
        Letter letter = new Letter("page_1", url, SECRET, Reason.RAISED, "https://x.example/a/t", "07", Instant.now());
        return courier.carry(letter).block(Duration.ofSeconds(20));
    }

    private static Map<String, List<String>> headers(String id, long timestamp, String signature) {
        Map<String, List<String>> headers = new HashMap<>();
        headers.put("webhook-id", List.of(id));
        headers.put("webhook-timestamp", List.of(Long.toString(timestamp)));
        headers.put("webhook-signature", List.of(signature));
        return headers;
    }
}
