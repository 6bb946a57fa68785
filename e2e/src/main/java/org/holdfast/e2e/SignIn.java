package org.holdfast.e2e;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/** Gets tokens from the issuer as a browser or an agency does: code flow with PKCE, or client credentials. */
public final class SignIn {

    private static final String REDIRECT = "http://127.0.0.1/signed-in";
    private static final String CLIENT = "holdfast-demo";
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");

    private final URI issuer;

    public SignIn(URI issuer) {
        this.issuer = issuer;
    }

    /** A person's token, by name and password on the sign-in page. */
    public String person(String name, String password) {
        HttpClient browser = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        String verifier = verifier();
        URI authorize = issuer.resolve("/oauth2/authorize?response_type=code&client_id=" + CLIENT
                + "&scope=openid%20profile&state=demo&redirect_uri=" + Api.encode(REDIRECT)
                + "&code_challenge_method=S256&code_challenge=" + challenge(verifier));
        send(browser, page(authorize));
        Matcher hidden =
                HIDDEN.matcher(send(browser, page(issuer.resolve("/sign-in"))).body());
        if (!hidden.find()) {
            throw new IllegalStateException("The sign-in page has no form");
        }
        String form = Api.encode(hidden.group(1)) + "=" + Api.encode(hidden.group(2)) + "&person=" + Api.encode(name)
                + "&password=" + Api.encode(password);
        HttpResponse<String> signedIn = send(
                browser,
                HttpRequest.newBuilder(issuer.resolve("/sign-in"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build());
        if (signedIn.statusCode() != 302) {
            throw new IllegalStateException("Signing in as " + name + " was answered with " + signedIn.statusCode());
        }
        HttpResponse<String> granted = send(browser, page(authorize));
        Matcher code = CODE.matcher(granted.headers().firstValue("Location").orElse(""));
        if (!code.find()) {
            throw new IllegalStateException("The issuer gave no code but " + granted.statusCode());
        }
        return token(Map.of(
                "grant_type", "authorization_code",
                "client_id", CLIENT,
                "code", code.group(1),
                "redirect_uri", REDIRECT,
                "code_verifier", verifier));
    }

    /** A client's own token. */
    public String client(String id, String secret, String scope) {
        return token(
                Map.of("grant_type", "client_credentials", "client_id", id, "client_secret", secret, "scope", scope));
    }

    private String token(Map<String, String> form) {
        Reply reply = new Api(issuer, "").form("/oauth2/token", form).expect(200);
        return new JsonMapper().readTree(reply.body()).path("access_token").stringValue();
    }

    private static HttpRequest page(URI at) {
        return HttpRequest.newBuilder(at).header("Accept", "text/html").GET().build();
    }

    private static HttpResponse<String> send(HttpClient browser, HttpRequest request) {
        try {
            return browser.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new Api.Unreachable(request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static String verifier() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    private static String challenge(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-256 is part of every Java platform", e);
        }
    }
}
