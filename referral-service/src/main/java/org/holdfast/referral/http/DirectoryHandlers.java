package org.holdfast.referral.http;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.holdfast.chassis.http.Admission;
import org.holdfast.chassis.http.Paging;
import org.holdfast.chassis.http.Problem;
import org.holdfast.referral.domain.directory.GeoPoint;
import org.holdfast.referral.domain.directory.Language;
import org.holdfast.referral.domain.directory.Listing;
import org.holdfast.referral.domain.directory.Organization;
import org.holdfast.referral.store.NeededReferral;
import org.holdfast.referral.store.NeededReferrals;
import org.holdfast.referral.store.Partners;
import org.holdfast.referral.store.UnmetNeed;
import org.holdfast.referral.store.UnmetNeeds;
import org.holdfast.referral.store.directory.Directory;
import org.holdfast.referral.store.directory.DirectorySearch;
import org.holdfast.referral.store.directory.DirectorySource;
import org.holdfast.referral.store.directory.DirectoryStore;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** What people look up: the directory, what its import flagged, and the needs for which it had nothing. */
public final class DirectoryHandlers {

    private static final int LONGEST = 200;
    private static final double USUAL_KM = 25;
    private static final double FARTHEST_KM = 500;

    /** A service as a search shows it. */
    record ServiceView(
            String serviceId,
            String name,
            @Nullable String organization,
            @Nullable String status,
            @Nullable String description,
            boolean takesReferrals,
            List<String> languages,
            @Nullable Double distanceKm,
            List<CandidateView.PhoneView> phones) {}

    private final Directory directory;
    private final DirectoryStore store;
    private final DirectorySource source;
    private final Partners partners;
    private final UnmetNeeds unmet;
    private final NeededReferrals needed;
    private final Admission searches = new Admission("search", 16, Duration.ofSeconds(1));

    public DirectoryHandlers(
            Directory directory,
            DirectoryStore store,
            DirectorySource source,
            Partners partners,
            UnmetNeeds unmet,
            NeededReferrals needed) {
        this.directory = directory;
        this.store = store;
        this.source = source;
        this.partners = partners;
        this.unmet = unmet;
        this.needed = needed;
    }

    Mono<ServerResponse> search(ServerRequest request) {
        String words = request.queryParam("q").orElse("");
        if (words.length() > LONGEST) {
            throw wrong("q", "At most " + LONGEST + " characters are searched for.");
        }
        GeoPoint near = request.queryParam("near").map(this::near).orElse(null);
        String language = request.queryParam("language").orElse(null);
        if (language != null && !language.matches("[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8}){0,3}")) {
            throw wrong("language", "A language is a BCP 47 tag, such as es.");
        }
        DirectorySearch search = new DirectorySearch(
                words, near, km(request), language, Paging.of(request).limit());
        return searches.admit(directory.search(search))
                .map(found -> found.stream().map(listing -> view(listing, near)).toList())
                .flatMap(found -> ServerResponse.ok().bodyValue(Map.of("items", found)));
    }

    Mono<ServerResponse> report(ServerRequest request) {
        return store.report(source)
                .switchIfEmpty(Mono.error(Problem.notFound("Nothing was imported yet.")))
                .flatMap(report -> ServerResponse.ok().bodyValue(report));
    }

    Mono<ServerResponse> unmet(ServerRequest request) {
        Paging paging = Paging.of(request);
        return unmet.page(paging.after(), paging.reading())
                .map(rows -> paging.page(rows, UnmetNeed::referralId))
                .flatMap(page -> ServerResponse.ok().bodyValue(page));
    }

    /** Who ought to be referred, and nothing was proposed. */
    Mono<ServerResponse> needed(ServerRequest request) {
        Paging paging = Paging.of(request);
        return needed.waiting(paging.after(), paging.reading())
                .map(rows -> paging.page(rows, NeededReferral::contactId))
                .flatMap(page -> ServerResponse.ok().bodyValue(page));
    }

    /** A point as {@code 39.29,-76.61}, or an area code that the directory knows. */
    private GeoPoint near(String text) {
        if (text.matches("-?[0-9]{1,3}(\\.[0-9]{1,8})?,-?[0-9]{1,3}(\\.[0-9]{1,8})?")) {
            String[] degrees = text.split(",", 2);
            return GeoPoint.of(Double.parseDouble(degrees[0]), Double.parseDouble(degrees[1]))
                    .orElseThrow(() -> wrong("near", "There is no such point on Earth."));
        }
        return directory
                .middle(text)
                .orElseThrow(() -> wrong("near", "Give latitude,longitude or an area code of the directory."));
    }

    private static double km(ServerRequest request) {
        String text = request.queryParam("within").orElse(Double.toString(USUAL_KM));
        if (!text.matches("[0-9]{1,3}(\\.[0-9]{1,3})?")) {
            throw wrong("within", "Within is a number of kilometres.");
        }
        double km = Double.parseDouble(text);
        if (km <= 0 || km > FARTHEST_KM) {
            throw wrong("within", "Within is more than 0 and at most " + FARTHEST_KM + " kilometres.");
        }
        return km;
    }

    private static Problem wrong(String parameter, String detail) {
        return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "invalid-parameter", detail)
                .with("parameter", parameter);
    }

    private ServiceView view(Listing listing, @Nullable GeoPoint near) {
        Organization organization = listing.service().organization();
        Double km = near == null
                ? null
                : listing.points().stream()
                        .map(near::kilometresTo)
                        .min(Double::compare)
                        .map(distance -> Math.round(distance * 10) / 10.0)
                        .orElse(null);
        return new ServiceView(
                listing.id(),
                listing.service().name(),
                organization == null ? null : organization.name(),
                listing.service().status(),
                listing.service().description(),
                organization != null
                        && partners.ofOrganization(organization.id()).isPresent(),
                listing.languages().stream()
                        .map(Language::code)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList(),
                km,
                CandidateView.phones(listing));
    }
}
