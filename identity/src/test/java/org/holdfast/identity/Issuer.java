package org.holdfast.identity;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ApplicationContextException;
import org.springframework.context.ConfigurableApplicationContext;

/** The issuer as others see it: by HTTP, with the cookies of one browser. */
final class Issuer implements AutoCloseable {

    private static final int TRIES = 5;
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    final String address;
    private final ConfigurableApplicationContext context;
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    private Issuer(String address, ConfigurableApplicationContext context) {
        this.address = address;
        this.context = context;
    }

    /** Its address is one of its settings, so the port is chosen before: another program may be faster, then it is another one. */
    static Issuer start(String mongodb, Path secrets, String... settings) {
        for (int attempt = 1; ; attempt++) {
            try {
                return startOn(freePort(), mongodb, secrets, settings);
            } catch (ApplicationContextException taken) {
                if (attempt == TRIES || !(taken.getCause() instanceof PortInUseException)) {
                    throw taken;
                }
            }
        }
    }

    private static Issuer startOn(int port, String mongodb, Path secrets, String... settings) {
        String address = "http://127.0.0.1:" + port;
        ConfigurableApplicationContext context = new SpringApplicationBuilder(IdentityApplication.class)
                .web(WebApplicationType.SERVLET)
                .properties("spring.config.name=identity", "server.address=127.0.0.1")
                .run(java.util.stream.Stream.concat(
                                java.util.stream.Stream.of(
                                        "--server.port=" + port,
                                        "--holdfast.security.issuer=" + address,
                                        "--holdfast.mongodb.uri=" + mongodb,
                                        "--holdfast.secrets.directory=" + secrets),
                                java.util.Arrays.stream(settings))
                        .toArray(String[]::new));
        return new Issuer(address, context);
    }

    HttpResponse<String> get(String path, String accept) throws Exception {
        return browser.send(
                HttpRequest.newBuilder(address(path)).header("Accept", accept).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, Map<String, String> form, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(form)));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Fills in the form that a browser was shown. */
    HttpResponse<String> signIn(String person, String password) throws Exception {
        return signIn("/sign-in", person, password);
    }

    /** Sends the filled-in form to an address of one's own choice. */
    HttpResponse<String> signIn(String path, String person, String password) throws Exception {
        Matcher csrf = CSRF.matcher(get("/sign-in", "text/html").body());
        if (!csrf.find()) {
            throw new AssertionError("no form");
        }
        return post(path, Map.of("person", person, "password", password, "_csrf", csrf.group(1)));
    }

    HttpResponse<String> tokenFor(String client, String secret, String scope) throws Exception {
        return asClient("/oauth2/token", client, secret, "grant_type", "client_credentials", "scope", scope);
    }

    /** Sends a form, fields and values by turns, as a program that shows its secret. */
    HttpResponse<String> asClient(String path, String client, String secret, String... fields) throws Exception {
        Map<String, String> form = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            form.put(fields[i], fields[i + 1]);
        }
        return post(
                path,
                form,
                "Authorization",
                "Basic "
                        + Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8)));
    }

    /** The claims of a token, if it is signed by a key that the issuer publishes now. */
    Map<String, Object> claims(String token) throws Exception {
        SignedJWT signed = SignedJWT.parse(token);
        JWKSet keys = JWKSet.parse(get("/oauth2/jwks", "application/json").body());
        var key = keys.getKeyByKeyId(signed.getHeader().getKeyID());
        if (key == null || !signed.verify(new RSASSAVerifier(key.toRSAKey()))) {
            throw new AssertionError("not signed by this issuer");
        }
        return signed.getJWTClaimsSet().getClaims();
    }

    static String field(String json, String name) {
        Matcher found = Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"]+)\"").matcher(json);
        if (!found.find()) {
            throw new AssertionError("no " + name + " in " + json);
        }
        return found.group(1);
    }

    static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private URI address(String path) {
        return URI.create(path.startsWith("http") ? path : address + path);
    }

    private static int freePort() {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        } catch (IOException none) {
            throw new java.io.UncheckedIOException(none);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
