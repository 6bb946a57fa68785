package org.holdfast.chassis.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** An issuer for tests: mints tokens with a key of its own and serves the key set on the loopback. */
public final class Tokens implements AutoCloseable {

    private static Tokens shared;

    private volatile RSAKey key;
    private final int port;
    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer server;

    private Tokens(RSAKey key) throws IOException {
        this.key = key;
        this.server = serving(0);
        this.port = server.getAddress().getPort();
    }

    /** The issuer that all tests of this JVM share. */
    public static synchronized Tokens shared() {
        if (shared == null) {
            shared = start();
        }
        return shared;
    }

    /** An issuer of its own, with its own key. */
    public static Tokens start() {
        try {
            return new Tokens(fresh());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The issuer as tokens name it. */
    public String issuer() {
        return "http://127.0.0.1:" + port;
    }

    /** Where the key set is. */
    public String jwks() {
        return issuer() + "/jwks";
    }

    /** How often the key set was fetched. */
    public int asked() {
        return asked.get();
    }

    /** From now on signs with a new key. */
    public void rotate() {
        key = fresh();
    }

    /** Settings by which a service believes these tokens. */
    public String[] settings() {
        return new String[] {"holdfast.security.issuer=" + issuer(), "holdfast.security.jwks=" + jwks()};
    }

    /** A token of a person with roles. */
    public String person(String id, String... roles) {
        return token(claims -> claims.subject(id)
                .claim("client_id", "console")
                .claim("scope", "openid profile")
                .claim("roles", List.of(roles)));
    }

    /** A token of a client that acts for itself, with scopes. */
    public String client(String id, String... scopes) {
        return token(claims -> claims.subject(id).claim("client_id", id).claim("scope", List.of(scopes)));
    }

    /** A token as the caller wants it; issuer, id and five minutes of life are there already. */
    public String token(UnaryOperator<JWTClaimsSet.Builder> claims) {
        Instant now = Instant.now();
        JWTClaimsSet.Builder builder = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)));
        try {
            SignedJWT jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims.apply(builder).build());
            jwt.sign(new RSASSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** The issuer is there again after {@link #close()}, at the same place and with the same key. */
    public void reopen() {
        try {
            server = serving(port);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAKey fresh() {
        try {
            return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpServer serving(int wanted) throws IOException {
        HttpServer opened = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), 0);
        opened.createContext("/jwks", exchange -> {
            asked.incrementAndGet();
            answer(exchange, new JWKSet(key).toString());
        });
        opened.createContext(
                "/.well-known/openid-configuration", exchange -> answer(exchange, """
                        {"issuer": "%s", "jwks_uri": "%s"}""".formatted(issuer(), jwks())));
        opened.start();
        return opened;
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
