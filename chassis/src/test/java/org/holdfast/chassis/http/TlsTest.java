package org.holdfast.chassis.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A service speaks TLS with a certificate and a key from files, as services on several hosts must. */
class TlsTest extends OverHttp {

    private static final char[] PASSWORD = "holdfast".toCharArray();

    @TempDir
    private static Path folder;

    @DynamicPropertySource
    static void certificate(DynamicPropertyRegistry settings) throws Exception {
        KeyStore made = made();
        Path certificate = pem("CERTIFICATE", made.getCertificate("desk").getEncoded());
        Path key = pem("PRIVATE KEY", key(made).getEncoded());
        settings.add("server.ssl.certificate", certificate::toString);
        settings.add("server.ssl.certificate-private-key", key::toString);
    }

    @Test
    void itIsAskedByTls() throws Exception {
        try (HttpClient client = HttpClient.newBuilder()
                .sslContext(trusting(made().getCertificate("desk")))
                .version(HttpClient.Version.HTTP_1_1)
                .build()) {
            for (int again = 0; again < 3; again++) {
                assertThat(asked(client, "https://localhost:").statusCode()).isEqualTo(401);
            }
        }
    }

    @Test
    void itIsNotAskedInClear() {
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThatThrownBy(() -> asked(client, "http://localhost:")).isInstanceOf(IOException.class);
        }
    }

    @Test
    void aClientThatDoesNotKnowTheAuthorityAsksNothing() {
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThatThrownBy(() -> asked(client, "https://localhost:"))
                    .isInstanceOf(javax.net.ssl.SSLException.class);
        }
    }

    private HttpResponse<Void> asked(HttpClient client, String at) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(at + port + "/me")).build(), HttpResponse.BodyHandlers.discarding());
    }

    private static SSLContext trusting(Certificate certificate) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("desk", certificate);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private static Path pem(String what, byte[] content) throws IOException {
        String body = Base64.getMimeEncoder().encodeToString(content);
        return Files.writeString(
                folder.resolve(what.replace(' ', '-') + ".pem"),
                "-----BEGIN " + what + "-----\n" + body + "\n-----END " + what + "-----\n");
    }

    private static Key key(KeyStore store) throws Exception {
        return store.getKey("desk", PASSWORD);
    }

    /** Made by the JDK's own tool, once for all tests here. */
    private static synchronized KeyStore made() throws Exception {
        Path file = folder.resolve("desk.p12");
        if (!Files.exists(file)) {
            Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
            Process making = new ProcessBuilder(
                            (keytool + " -genkeypair -alias desk -keyalg EC -dname CN=localhost -ext san=dns:localhost"
                                            + " -storetype PKCS12 -storepass holdfast -keystore " + file)
                                    .split(" "))
                    .redirectErrorStream(true)
                    .start();
            making.getInputStream().readAllBytes();
            assertThat(making.waitFor()).isZero();
        }
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        return store;
    }
}
