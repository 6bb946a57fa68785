package org.holdfast.referral.store;

import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Each partner's list of the referrals that were sent to it. */
public final class Inbox {

    private final Newest rows;

    public Inbox(MongoDatabase database) {
        rows = new Newest(database, "partner_inbox");
    }

    Mono<Boolean> put(String partner, InboxRow row) {
        Document fields = new Document("status", row.status())
                .append("serviceId", row.serviceId())
                .append("need", row.need())
                .append("area", row.area())
                .append("language", row.language())
                .append("respondBy", row.respondBy().toString());
        return rows.put(partner + "/" + row.referralId(), row.version(), fields);
    }

    /** At most {@code limit} referrals of the partner in the order of their ids, after this one. */
    public Mono<List<InboxRow>> of(String partner, @Nullable String after, int limit) {
        String prefix = partner + "/";
        return rows.page(prefix, after == null ? "" : after, limit)
                .map(document -> row(document.getString("_id").substring(prefix.length()), document))
                .collectList();
    }

    private static InboxRow row(String referralId, Document document) {
        Document fields = document.get("data", Document.class);
        return new InboxRow(
                referralId,
                document.getLong("version"),
                fields.getString("status"),
                fields.getString("serviceId"),
                fields.getString("need"),
                fields.getString("area"),
                fields.getString("language"),
                Instant.parse(fields.getString("respondBy")));
    }
}
