package org.holdfast.local.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Properties;
import org.holdfast.local.demo.DemoFiles;
import org.holdfast.local.demo.DemoPhone;
import org.holdfast.local.demo.MailCatcher;
import org.holdfast.local.stack.Part;
import org.holdfast.local.stack.Ports;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The one page: also while nothing else runs, and never for anybody but this machine. */
class PageTest {

    @TempDir
    Path data;

    private final Ports ports = Ports.free();
    private final HttpClient client = HttpClient.newHttpClient();
    private String secret;
    private MailCatcher mails;
    private Page page;

    @BeforeEach
    void open() throws Exception {
        DemoFiles.write(data, ports.uri(Part.PAGE));
        secret = DemoFiles.phoneSecret(data);
        mails = MailCatcher.start(ports.of(Part.MAIL));
        page = Page.start(ports, new DemoPhone(secret), mails);
    }

    @AfterEach
    void close() {
        page.close();
        mails.close();
    }

    @Test
    void saysThatAServiceDoesNotAnswer() throws Exception {
        assertThat(get("/").body()).contains("<html lang=\"en\">", "no answer", "<label for=\"case\">");
    }

    @Test
    void showsOnlyWhatTheHelplineSigned() throws Exception {
        String body = "{\"type\":\"person.called\",\"data\":{\"words\":\"<b>now</b>\"}}";
        assertThat(ring(body, new Webhook(secret).sign("page_1", Instant.now().getEpochSecond(), body)))
                .isEqualTo(204);
        assertThat(ring(body, "v1,c29tZWJvZHkgZWxzZQ==")).isEqualTo(401);
        assertThat(ring("{}", new Webhook(secret).sign("page_1", Instant.now().getEpochSecond(), body)))
                .isEqualTo(401);

        assertThat(get("/phone/ana").body()).containsOnlyOnce("person.called");
        assertThat(get("/phone/ben").body()).isEqualTo("{\"items\":[]}");
        assertThat(get("/").body()).contains("&lt;b&gt;now&lt;/b&gt;").doesNotContain("<b>now");
    }

    @Test
    void aPhoneShowsTheOldestFirstSoThatTheLastIsTheOneThatCounts() throws Exception {
        for (String words : new String[] {"first", "second"}) {
            ring(words, new Webhook(secret).sign("page_1", Instant.now().getEpochSecond(), words));
        }
        assertThat(get("/phone/ana").body()).containsSubsequence("first", "second");
    }

    @Test
    void showsTheMailsThatWereCaught() throws Exception {
        Properties smtp = new Properties();
        smtp.put("mail.smtp.host", "127.0.0.1");
        smtp.put("mail.smtp.port", Integer.toString(ports.of(Part.MAIL)));
        MimeMessage mail = new MimeMessage(Session.getInstance(smtp));
        mail.setFrom(new InternetAddress("oncall@holdfast.example"));
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress("ana@helpline.example"));
        mail.setSubject("Holdfast calls you");
        mail.setText("digits 17");
        Transport.send(mail);
        assertThat(get("/mails").body()).contains("ana@helpline.example", "digits 17");
        assertThat(get("/").body()).contains("Holdfast calls you");
    }

    @Test
    void answersNobodyWhoComesByAnotherName() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), ports.of(Part.PAGE))) {
            OutputStream out = socket.getOutputStream();
            out.write("GET /mails HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 421");
        }
    }

    @Test
    void givesOutTheDocumentsAndNothingElse() throws Exception {
        assertThat(get("/documents/asyncapi.yaml").body()).contains("asyncapi: 3");
        for (String other :
                new String[] {"/documents/identity.yml", "/documents/../identity.yml", "/documents/", "/x"}) {
            assertThat(get(other).statusCode()).as(other).isEqualTo(404);
        }
    }

    @Test
    void theTrailOfAnUnknownCaseIsAPlainSentence() throws Exception {
        assertThat(get("/trail?case=%3Cscript%3E").body())
                .contains("role=\"alert\"")
                .doesNotContain("<script>");
    }

    private int ring(String body, String signature) throws Exception {
        return client.send(
                        HttpRequest.newBuilder(uri("/phone/ana"))
                                .header("webhook-id", "page_1")
                                .header(
                                        "webhook-timestamp",
                                        Long.toString(Instant.now().getEpochSecond()))
                                .header("webhook-signature", signature)
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create(ports.uri(Part.PAGE) + path);
    }
}
