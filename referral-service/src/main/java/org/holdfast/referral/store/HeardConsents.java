package org.holdfast.referral.store;

import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Instant;
import java.util.Objects;
import org.bson.Document;
import org.holdfast.referral.domain.Consent;
import reactor.core.publisher.Mono;

/** The consents that were heard of, each as it stands now. */
public final class HeardConsents {

    private final Newest consents;

    public HeardConsents(MongoDatabase database) {
        consents = new Newest(database, "heard_consents");
    }

    /** Keeps it if it is newer; whether it was. */
    public Mono<Boolean> heard(Consent consent, long version) {
        Document fields = new Document("contactId", consent.contactId())
                .append("caseId", consent.caseId())
                .append("recipient", consent.recipient())
                .append("until", consent.until().toString())
                .append("withdrawn", consent.withdrawn());
        return consents.put(consent.id(), version, fields);
    }

    /** The consent, or empty when it was not heard of. */
    public Mono<Consent> consent(String consentId) {
        return consents.get(consentId).map(document -> {
            Document fields = document.get("data", Document.class);
            return new Consent(
                    consentId,
                    Objects.requireNonNullElse(fields.getString("contactId"), ""),
                    fields.getString("caseId"),
                    fields.getString("recipient"),
                    Instant.parse(fields.getString("until")),
                    fields.getBoolean("withdrawn"));
        });
    }
}
