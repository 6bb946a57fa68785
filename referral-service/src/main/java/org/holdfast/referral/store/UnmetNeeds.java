package org.holdfast.referral.store;

import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The needs for which the directory had nothing: where services are missing. */
public final class UnmetNeeds {

    private final Newest needs;

    public UnmetNeeds(MongoDatabase database) {
        needs = new Newest(database, "unmet_needs");
    }

    Mono<Boolean> put(UnmetNeed unmet) {
        Document fields = new Document("need", unmet.need())
                .append("area", unmet.area())
                .append("language", unmet.language())
                .append("excluded", new Document(new TreeMap<>(unmet.excluded())))
                .append("at", unmet.at().toString());
        return needs.put(unmet.referralId(), 1, fields);
    }

    /** At most {@code limit} unmet needs in the order of their referrals' ids, after this one. */
    public Mono<List<UnmetNeed>> page(@Nullable String after, int limit) {
        return needs.page("", after == null ? "" : after, limit)
                .map(document -> unmet(document.getString("_id"), document.get("data", Document.class)))
                .collectList();
    }

    private static UnmetNeed unmet(String referralId, Document fields) {
        Map<String, Integer> excluded = new TreeMap<>();
        fields.get("excluded", Document.class).forEach((criterion, count) -> excluded.put(criterion, (Integer) count));
        return new UnmetNeed(
                referralId,
                fields.getString("need"),
                fields.getString("area"),
                fields.getString("language"),
                excluded,
                Instant.parse(fields.getString("at")));
    }
}
