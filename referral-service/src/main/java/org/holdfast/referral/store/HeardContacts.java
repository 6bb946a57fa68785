package org.holdfast.referral.store;

import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.holdfast.referral.domain.directory.GeoPoint;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The contacts that were heard of: need, place and language, and how urgent triage finds them. */
public final class HeardContacts {

    private final Newest contacts;
    private final Newest assessments;

    public HeardContacts(MongoDatabase database) {
        contacts = new Newest(database, "heard_contacts");
        assessments = new Newest(database, "heard_assessments");
    }

    /** Keeps it if it is newer; whether it was. */
    public Mono<Boolean> heard(HeardContact contact) {
        GeoPoint point = contact.point();
        Document fields = new Document("caseId", contact.caseId())
                .append("language", contact.language())
                .append("area", contact.area())
                .append("latitude", point == null ? null : point.latitude())
                .append("longitude", point == null ? null : point.longitude())
                .append("needs", contact.needs());
        return contacts.put(contact.contactId(), contact.version(), fields);
    }

    /** The contact, or empty when it was not heard of. */
    public Mono<HeardContact> contact(String contactId) {
        return contacts.get(contactId).map(document -> {
            Document fields = document.get("data", Document.class);
            return new HeardContact(
                    contactId,
                    fields.getString("caseId"),
                    document.getLong("version"),
                    fields.getString("language"),
                    fields.getString("area"),
                    point(fields.getDouble("latitude"), fields.getDouble("longitude")),
                    fields.getList("needs", String.class, List.of()));
        });
    }

    /** Keeps the triage code if it is newer; whether it was. */
    public Mono<Boolean> assessed(String contactId, long version, String code) {
        return assessments.put(contactId, version, new Document("code", code));
    }

    /** The triage code, or empty when none was heard. */
    public Mono<Optional<String>> code(String contactId) {
        return assessments
                .get(contactId)
                .map(document ->
                        Optional.of(document.get("data", Document.class).getString("code")))
                .defaultIfEmpty(Optional.empty());
    }

    private static @Nullable GeoPoint point(@Nullable Double latitude, @Nullable Double longitude) {
        return latitude == null || longitude == null
                ? null
                : GeoPoint.of(latitude, longitude).orElse(null);
    }
}
