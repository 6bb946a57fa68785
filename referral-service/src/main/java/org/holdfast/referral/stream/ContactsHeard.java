package org.holdfast.referral.stream;

import java.time.Clock;
import org.holdfast.chassis.journal.Handling;
import org.holdfast.chassis.stream.Heard;
import org.holdfast.chassis.vault.Vault;
import org.holdfast.contracts.intake.CaseErased;
import org.holdfast.contracts.intake.ConsentRecorded;
import org.holdfast.contracts.intake.ContactRecorded;
import org.holdfast.contracts.intake.Place;
import org.holdfast.referral.domain.Consent;
import org.holdfast.referral.domain.Erasure;
import org.holdfast.referral.domain.directory.GeoPoint;
import org.holdfast.referral.store.HeardConsents;
import org.holdfast.referral.store.HeardContact;
import org.holdfast.referral.store.HeardContacts;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Hears what intake tells: need, place and language of a contact, consents, and erasures. */
public final class ContactsHeard {

    /** The first part of the names of the streams that remember erasures. */
    public static final String ERASURE = "erasure";

    private final HeardContacts contacts;
    private final HeardConsents consents;
    private final ReferralStreams referrals;
    private final Handling<Erasure.State, Erasure.DestroyKey, Erasure.KeyDestroyed> erasures;
    private final Vault vault;
    private final Clock clock;

    public ContactsHeard(
            HeardContacts contacts,
            HeardConsents consents,
            ReferralStreams referrals,
            Handling<Erasure.State, Erasure.DestroyKey, Erasure.KeyDestroyed> erasures,
            Vault vault,
            Clock clock) {
        this.contacts = contacts;
        this.consents = consents;
        this.referrals = referrals;
        this.erasures = erasures;
        this.vault = vault;
        this.clock = clock;
    }

    /** Completes when what follows from the message is on disk. */
    public Mono<Void> hear(Heard<?> heard) {
        return switch (heard.message()) {
            case ContactRecorded contact -> contact(contact, heard);
            case ConsentRecorded consent -> consent(consent, heard);
            case CaseErased erased -> erased(erased, heard);
            default -> Mono.empty();
        };
    }

    private Mono<Void> contact(ContactRecorded contact, Heard<?> heard) {
        Place place = contact.place();
        HeardContact known = new HeardContact(
                contact.contactId(),
                contact.caseId(),
                contact.version(),
                contact.language(),
                place == null ? null : place.area(),
                place == null ? null : point(place.latitude(), place.longitude()),
                contact.needs());
        return contacts.heard(known).flatMap(newer -> again(newer, contact.caseId(), heard));
    }

    private Mono<Void> consent(ConsentRecorded told, Heard<?> heard) {
        Consent consent = new Consent(
                told.consentId(), told.contactId(), told.caseId(), told.recipient(), told.until(), told.withdrawn());
        return consents.heard(consent, told.version())
                .flatMap(newer -> consents.consent(consent.id())
                        .flatMap(newest -> referrals.hear(newest, heard))
                        .then(again(newer, told.caseId(), heard)));
    }

    /** First the key, then the word that it is gone: whoever hears the word may rely on it. */
    private Mono<Void> erased(CaseErased erased, Heard<?> heard) {
        String stream = ERASURE + "/" + erased.caseId();
        return vault.erase(erased.caseId(), clock.instant())
                .then(referrals.takeBack(erased.caseId(), heard))
                .then(erasures.handle(
                        stream, new Erasure.DestroyKey(erased.caseId(), clock.instant()), heard.cause(clock.instant())))
                .then(heard.retold() ? erasures.retell(stream) : Mono.empty());
    }

    /** Somebody asks again, and nothing here is new: what followed from it is told again. */
    private Mono<Void> again(boolean newer, String caseId, Heard<?> heard) {
        return heard.retold() && !newer ? referrals.retell(caseId) : Mono.empty();
    }

    private static @Nullable GeoPoint point(@Nullable Double latitude, @Nullable Double longitude) {
        return latitude == null || longitude == null
                ? null
                : GeoPoint.of(latitude, longitude).orElse(null);
    }
}
