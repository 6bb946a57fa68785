package org.holdfast.referral.http;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.holdfast.chassis.http.Problem;
import org.holdfast.referral.domain.Asked;
import org.holdfast.referral.domain.Offer;
import org.holdfast.referral.domain.Partner;
import org.holdfast.referral.domain.ReferralCommand;
import org.holdfast.referral.domain.Urgency;
import org.holdfast.referral.domain.directory.GeoPoint;
import org.holdfast.referral.domain.matching.Candidate;
import org.holdfast.referral.domain.matching.Matched;
import org.holdfast.referral.domain.matching.Need;
import org.holdfast.referral.domain.matching.Wanted;
import org.holdfast.referral.store.HeardContact;
import org.holdfast.referral.store.HeardContacts;
import org.holdfast.referral.store.Partners;
import org.holdfast.referral.store.directory.Directory;
import org.holdfast.referral.store.directory.Needs;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Makes a proposal out of what the operator asks and what was heard of the contact. */
public final class Proposal {

    private static final int OLDEST = 130;

    /** Where the person is, as the operator says. */
    record Place(
            @Nullable String area,
            @Nullable Double latitude,
            @Nullable Double longitude) {}

    /** What the operator asks; what is left out is taken from the contact. */
    record Request(
            String contactId,
            String caseId,
            String need,
            @Nullable Place place,
            @Nullable String language,
            @Nullable Integer age) {}

    private final Directory directory;
    private final Needs needs;
    private final Partners partners;
    private final HeardContacts contacts;
    private final int most;

    /** @param most how many services are proposed at most */
    public Proposal(Directory directory, Needs needs, Partners partners, HeardContacts contacts, int most) {
        this.directory = directory;
        this.needs = needs;
        this.partners = partners;
        this.contacts = contacts;
        this.most = most;
    }

    /** The command that proposes; fails with a problem when what is asked cannot be right. */
    Mono<ReferralCommand> of(Request request, Instant now) {
        Need need = checked(request);
        return contacts.contact(request.contactId())
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .zipWith(contacts.code(request.contactId()), (heard, code) -> {
                    if (heard.isPresent() && !heard.get().caseId().equals(request.caseId())) {
                        throw Problem.invalid("not-this-case", "That contact belongs to another case.", "/caseId");
                    }
                    return wanted(request, need, heard.orElse(null), Urgency.ofCode(code.orElse(null)), now);
                })
                .flatMap(wanted -> directory.match(wanted).map(matched -> command(request, wanted, matched)));
    }

    private Wanted wanted(Request request, Need need, @Nullable HeardContact heard, Urgency urgency, Instant now) {
        Place place = request.place();
        String area = place != null ? place.area() : heard == null ? null : heard.area();
        GeoPoint point = place != null ? point(place) : heard == null ? null : heard.point();
        if (point == null && area != null) {
            point = directory.middle(area).orElse(null);
        }
        String language = request.language() != null ? request.language() : heard == null ? null : heard.language();
        return new Wanted(need, area, point, language, request.age(), urgency == Urgency.EMERGENT, now);
    }

    private ReferralCommand command(Request request, Wanted wanted, Matched matched) {
        List<Offer> offers = matched.candidates().stream()
                .limit(most)
                .map(candidate -> new Offer(candidate, partner(candidate)))
                .toList();
        Asked asked =
                new Asked(request.contactId(), request.caseId(), wanted.need().code(), area(wanted), wanted.language());
        Map<String, Integer> excluded = matched.excluded();
        return new ReferralCommand.Propose(asked, offers, excluded, wanted.at());
    }

    private @Nullable String area(Wanted wanted) {
        GeoPoint point = wanted.point();
        return wanted.area() != null || point == null
                ? wanted.area()
                : directory.area(point).orElse(null);
    }

    private @Nullable String partner(Candidate candidate) {
        return partners.ofOrganization(candidate.organizationId())
                .map(Partner::id)
                .orElse(null);
    }

    private Need checked(Request request) {
        Forms.id(request.contactId(), "/contactId");
        Forms.id(request.caseId(), "/caseId");
        Forms.language(request.language(), "/language");
        Integer age = request.age();
        if (age != null && (age < 0 || age > OLDEST)) {
            throw Problem.invalid("invalid-value", "An age is 0 to " + OLDEST + " years.", "/age");
        }
        Place place = request.place();
        if (place != null) {
            Forms.area(place.area(), "/place/area");
            coordinate(place.latitude(), place.longitude(), 90, "/place/latitude");
            coordinate(place.longitude(), place.latitude(), 180, "/place/longitude");
        }
        return needs.of(request.need())
                .orElseThrow(() -> Problem.invalid("unknown-need", "That code of a need is not known here.", "/need")
                        .with("known", needs.codes()));
    }

    private static void coordinate(@Nullable Double degrees, @Nullable Double other, int most, String pointer) {
        boolean missing = degrees == null && other != null;
        if (missing || (degrees != null && !(Math.abs(degrees) <= most))) {
            throw Problem.invalid(
                    "invalid-value",
                    "Coordinates are a latitude of -90 to 90 and a longitude of -180 to 180 degrees, both or none.",
                    pointer);
        }
    }

    /** Coordinates rounded to two decimals (about a kilometre): nothing finer is needed, so nothing finer is kept. */
    private static @Nullable GeoPoint point(Place place) {
        Double latitude = place.latitude();
        Double longitude = place.longitude();
        return latitude == null || longitude == null
                ? null
                : GeoPoint.of(Math.round(latitude * 100) / 100.0, Math.round(longitude * 100) / 100.0)
                        .orElse(null);
    }
}
