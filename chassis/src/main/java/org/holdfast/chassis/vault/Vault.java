package org.holdfast.chassis.vault;

import com.google.crypto.tink.Aead;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.regex.Pattern;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.holdfast.chassis.journal.Sought;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Keeps names, numbers and free text, sealed (AES-256-GCM) with a data key for each case. Erasing a case destroys its
 * key, so that no copy of the texts can be read any more. No data key is held in memory between two calls.
 */
public final class Vault {

    private static final Pattern CASE = Pattern.compile("[A-Za-z0-9._-]{1,100}");
    private static final Pattern REF = Pattern.compile("[A-Za-z0-9._:/#-]{1,200}");
    private static final String KEY = "key";
    private static final Duration MOMENT = Duration.ofMillis(5);

    /** Two upserts of one id at once: the one that lost finds the document the next time. */
    private static final Retry AGAIN =
            Retry.max(3).filter(Vault::duplicate).onRetryExhaustedThrow((spec, signal) -> signal.failure());

    private static final String ERASED = "erased";
    private static final String TEXT = "text";

    private final MongoCollection<Document> keys;
    private final MongoCollection<Document> texts;
    private final Sought soon;
    private final KeyKeys keyKeys;

    private Vault(MongoDatabase database, KeyKeys keyKeys) {
        MongoDatabase durable = database.withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadPreference(ReadPreference.primary());
        this.keys = durable.getCollection("vault_keys");
        this.texts = durable.getCollection("vault_texts");
        this.soon = new Sought(keys, MOMENT);
        this.keyKeys = keyKeys;
    }

    /**
     * Opens the vault of a service.
     *
     * @param secrets the folder of {@code vault-kek.json}
     * @param environment a Tink JSON keyset that is taken instead of the file, if there is one
     * @param create whether a missing file is made; only for trials
     */
    public static Vault open(MongoDatabase database, Path secrets, @Nullable String environment, boolean create) {
        return new Vault(database, KeyKeys.open(secrets, environment, create));
    }

    /** Seals the text, in place of what was there; fails with {@link CaseErased} after the case was erased. */
    public Mono<Void> put(String caseId, String ref, String text) {
        String id = id(caseId, ref);
        return dataKey(caseId)
                .flatMap(key -> store(id, new Binary(seal(key, id, text))))
                .then(stillThere(caseId, id));
    }

    /** The text; empty if there is none, or none any more. */
    public Mono<String> get(String caseId, String ref) {
        String id = id(caseId, ref);
        return key(caseId)
                .flatMap(key -> Mono.from(texts.find(byId(id)).first())
                        .map(found -> open(keyKeys.unwrap(key.getData(), caseId), id, found.get(TEXT, Binary.class))));
    }

    /** Removes one text; nothing happens if there is none. */
    public Mono<Void> remove(String caseId, String ref) {
        return Mono.from(texts.deleteOne(byId(id(caseId, ref)))).then();
    }

    /** Destroys the key of the case and its texts, for ever; doing it again changes nothing. */
    public Mono<Void> erase(String caseId, Instant at) {
        checked(CASE, caseId);
        Bson tombstone = Updates.combine(Updates.unset(KEY), Updates.min(ERASED, Date.from(at)));
        return Mono.from(keys.updateOne(byId(caseId), tombstone, new UpdateOptions().upsert(true)))
                .retryWhen(AGAIN)
                // '0' follows '/': every id that begins with the case and a slash
                .then(Mono.from(texts.deleteMany(
                        Filters.and(Filters.gte("_id", caseId + "/"), Filters.lt("_id", caseId + "0")))))
                .then();
    }

    /** Whether the case was erased. */
    public Mono<Boolean> erased(String caseId) {
        checked(CASE, caseId);
        return Mono.from(keys.find(byId(caseId)).first())
                .map(found -> found.containsKey(ERASED))
                .defaultIfEmpty(false);
    }

    /** The same for who can wait for a moment: looked for together with others. */
    public Mono<Boolean> erasedSoon(String caseId) {
        return soon.byId(checked(CASE, caseId))
                .map(found -> found.containsKey(ERASED))
                .defaultIfEmpty(false);
    }

    /** Makes a new primary key-encryption key in the file; the older ones stay for reading. */
    public Mono<Void> rotate() {
        return Mono.fromRunnable(keyKeys::rotate);
    }

    /** Wraps every data key anew with the primary key-encryption key, and says how many were not yet. */
    public Mono<Long> rewrap() {
        return Mono.fromRunnable(keyKeys::reread)
                .thenMany(keys.find(Filters.exists(KEY)))
                .filter(found -> !keyKeys.underPrimary(wrapped(found).getData(), found.getString("_id")))
                .concatMap(found -> Mono.from(keys.updateOne(
                        // guarded by the old value, so that an erasure in between is not undone
                        Filters.and(byId(found.getString("_id")), Filters.eq(KEY, wrapped(found))),
                        Updates.set(
                                KEY, new Binary(keyKeys.rewrap(wrapped(found).getData(), found.getString("_id")))))))
                .reduce(0L, (count, result) -> count + result.getModifiedCount());
    }

    /** Forgets the older key-encryption keys; fails while any data key still needs one. */
    public Mono<Void> retire() {
        return Mono.fromRunnable(keyKeys::reread)
                .thenMany(keys.find(Filters.exists(KEY)))
                .filter(found -> !keyKeys.underPrimary(wrapped(found).getData(), found.getString("_id")))
                .hasElements()
                .flatMap(needed ->
                        needed ? Mono.error(new KeyRoutes.OlderKeyNeeded()) : Mono.fromRunnable(keyKeys::retire));
    }

    private Mono<Aead> dataKey(String caseId) {
        return Mono.from(keys.find(byId(caseId)).first())
                .switchIfEmpty(Mono.defer(() -> firstKey(caseId)))
                .map(found -> {
                    if (found.containsKey(ERASED)) {
                        throw new CaseErased(caseId);
                    }
                    return keyKeys.unwrap(wrapped(found).getData(), caseId);
                });
    }

    /** Two that make the first key at once end with the same one: the second insert fails and reads the first. */
    private Mono<Document> firstKey(String caseId) {
        Document made = new Document("_id", caseId).append(KEY, new Binary(keyKeys.freshDataKey(caseId)));
        return Mono.from(keys.insertOne(made))
                .thenReturn(made)
                .onErrorResume(
                        Vault::duplicate,
                        other -> Mono.from(keys.find(byId(caseId)).first()));
    }

    private Mono<Binary> key(String caseId) {
        return Mono.from(keys.find(byId(caseId)).first()).mapNotNull(found -> found.get(KEY, Binary.class));
    }

    private Mono<?> store(String id, Binary sealed) {
        Document document = new Document("_id", id).append(TEXT, sealed);
        return Mono.from(texts.replaceOne(byId(id), document, new ReplaceOptions().upsert(true)))
                .retryWhen(AGAIN);
    }

    /** An erasure in the middle of a put wins: what was put is taken away again. */
    private Mono<Void> stillThere(String caseId, String id) {
        return Mono.defer(() -> erased(caseId))
                .flatMap(gone -> gone
                        ? Mono.from(texts.deleteOne(byId(id))).then(Mono.error(new CaseErased(caseId)))
                        : Mono.empty());
    }

    private static byte[] seal(Aead key, String id, String text) {
        try {
            return key.encrypt(text.getBytes(StandardCharsets.UTF_8), id.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("a text cannot be sealed");
        }
    }

    private static String open(Aead key, String id, Binary sealed) {
        try {
            return new String(
                    key.decrypt(sealed.getData(), id.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException tampered) {
            throw new IllegalStateException("a sealed text was changed or moved: " + id);
        }
    }

    private static String id(String caseId, String ref) {
        return checked(CASE, caseId) + "/" + checked(REF, ref);
    }

    private static String checked(Pattern form, String id) {
        if (!form.matcher(id).matches()) {
            throw new IllegalArgumentException("not an id that the vault takes");
        }
        return id;
    }

    private static Binary wrapped(Document found) {
        return found.get(KEY, Binary.class);
    }

    private static Bson byId(String id) {
        return Filters.eq("_id", id);
    }

    private static boolean duplicate(Throwable error) {
        return error instanceof MongoWriteException write
                && write.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
    }
}
