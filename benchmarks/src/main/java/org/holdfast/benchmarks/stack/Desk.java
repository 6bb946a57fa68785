package org.holdfast.benchmarks.stack;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import org.holdfast.benchmarks.load.Kind;
import org.holdfast.benchmarks.load.Target;
import org.holdfast.local.stack.Part;
import tools.jackson.databind.JsonNode;

/** The stack as those who call it see it: contacts at intake, searches at referral. */
public final class Desk implements Target, AutoCloseable {

    private final StackProcess stack;
    private final Lag lag;
    private final String contacts;
    private final String referrals;

    private Desk(StackProcess stack, String contacts, String referrals) {
        this.stack = stack;
        this.contacts = contacts;
        this.referrals = referrals;
        lag = new Lag(stack.broker(), group -> !group.startsWith("floor-"));
    }

    /** An operator, who is never turned away. */
    public static Desk operator(StackProcess stack) {
        String token = Web.token(stack.at(Part.IDENTITY), "desk-script", "");
        return new Desk(stack, token, token);
    }

    /** A program with the scope {@code contacts.bulk}, which may be turned away; its searches are an operator's. */
    public static Desk bulk(StackProcess stack) {
        return new Desk(
                stack,
                Web.token(stack.at(Part.IDENTITY), "bulk-importer", "contacts.bulk"),
                Web.token(stack.at(Part.IDENTITY), "desk-script", ""));
    }

    @Override
    public CompletableFuture<String> open(Kind kind) {
        CompletableFuture<JsonNode> opened =
                Web.post(stack.at(Part.INTAKE) + "/contacts", contacts, Bodies.contact(kind));
        CompletableFuture<JsonNode> whole = kind == Kind.REFERRED
                ? opened.thenCompose(contact -> Web.post(
                                stack.at(Part.REFERRAL) + "/referrals",
                                referrals,
                                Bodies.referral(
                                        contact.path("contactId").asString(),
                                        contact.path("caseId").asString()))
                        .thenApply(proposed -> contact))
                : opened;
        return whole.thenApply(contact -> pageOf(contact.path("caseId").asString()));
    }

    @Override
    public Progress progress() {
        return lag.now();
    }

    /** The webhook-id of the first page of a case's alert, which is the same wherever it is worked out: see docs/alerts.md. */
    static String pageOf(String caseId) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((caseId + ".risk|1|1|ana|WEBHOOK").getBytes(StandardCharsets.UTF_8));
            return "page_" + HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        lag.close();
    }
}
