package org.holdfast.notification.store;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.conversions.Bson;
import reactor.core.publisher.Mono;

/** Keeps the links that were sent, by the hash of their token, and counts wrong tries. */
public final class Links {

    /** After so many wrong tries a link is dead. */
    static final int TRIES = 3;

    private static final long KEPT_DAYS = 7;

    private final MongoCollection<Document> links;

    public Links(MongoDatabase database) {
        links = database.getCollection("links");
    }

    /** Makes the index by which old links are forgotten. */
    public Mono<Void> prepare() {
        return Mono.from(links.createIndex(
                        Indexes.ascending("made"), new IndexOptions().expireAfter(KEPT_DAYS, TimeUnit.DAYS)))
                .then();
    }

    /** Keeps the link, before it is sent; doing it again changes nothing. */
    public Mono<Void> keep(String token, Link link, Instant now) {
        Bson once = Updates.combine(
                Updates.setOnInsert("alert", link.alert()),
                Updates.setOnInsert("episode", link.episode()),
                Updates.setOnInsert("sequence", link.sequence()),
                Updates.setOnInsert("person", link.person()),
                Updates.setOnInsert("tries", 0),
                Updates.setOnInsert("made", Date.from(now)));
        return Mono.from(links.updateOne(eq("_id", LinkTokens.hash(token)), once, new UpdateOptions().upsert(true)))
                .retry(2)
                .then();
    }

    /** The link of the token, if it was sent and is not dead. */
    public Mono<Link> find(String token) {
        return Mono.from(links.find(eq("_id", LinkTokens.hash(token))).first())
                .filter(found -> found.getInteger("tries") < TRIES)
                .map(Links::link);
    }

    /** Takes one try before it is known whether it is right; empty when the link is dead or was never sent. */
    public Mono<Link> beginTry(String token) {
        return Mono.from(links.findOneAndUpdate(
                        eq("_id", LinkTokens.hash(token)),
                        Updates.inc("tries", 1),
                        new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER)))
                .filter(found -> found.getInteger("tries") <= TRIES)
                .map(Links::link);
    }

    /** Gives the try back, because it was right. */
    public Mono<Void> rightTry(String token) {
        return Mono.from(links.updateOne(eq("_id", LinkTokens.hash(token)), Updates.inc("tries", -1)))
                .then();
    }

    private static Link link(Document found) {
        return new Link(
                found.getString("alert"),
                found.getInteger("episode"),
                found.getInteger("sequence"),
                found.getString("person"));
    }
}
