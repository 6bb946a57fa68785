package org.holdfast.notification.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import org.holdfast.notification.delivery.Letter;
import org.holdfast.notification.domain.alert.AlertCommand.Outcome;
import org.holdfast.notification.domain.alert.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

class WebhookTlsTest {

    @TempDir
    private Path folder;

    @Test
    void tellsNothingToAReceiverWhoseCertificateNobodyVouchesFor() throws Exception {
        AtomicInteger requests = new AtomicInteger();
        SslContext context = SslContextBuilder.forServer(selfSigned()).build();
        DisposableServer impostor = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .secure(spec -> spec.sslContext(context))
                .handle((request, response) -> {
                    requests.incrementAndGet();
                    return response.status(204).send();
                })
                .bindNow();
        try {
            Letter letter = new Letter(
                    "page_1",
                    "https://localhost:" + impostor.port() + "/hook",
                    "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                    Reason.RAISED,
                    "https://x.example/a/t",
                    "07",
                    Instant.now());
            WebhookCourier courier = new WebhookCourier(new Networks(List.of("127.0.0.0/8", "::1/128")));
            assertThat(courier.carry(letter).block(Duration.ofSeconds(20))).isEqualTo(Outcome.FAILED);
            assertThat(requests).hasValue(0);
        } finally {
            impostor.disposeNow();
        }
    }

    private KeyManagerFactory selfSigned() throws Exception {
        Path file = folder.resolve("impostor.p12");
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        Process made = new ProcessBuilder(List.of(
                        keytool.toString(),
                        "-genkeypair",
                        "-alias",
                        "impostor",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "holdfast",
                        "-keystore",
                        file.toString()))
                .redirectErrorStream(true)
                .start();
        made.getInputStream().readAllBytes();
        assertThat(made.waitFor()).isZero();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, "holdfast".toCharArray());
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, "holdfast".toCharArray());
        return keys;
    }
}
