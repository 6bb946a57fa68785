package org.holdfast.referral.store.directory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.holdfast.referral.domain.directory.Address;
import org.holdfast.referral.domain.directory.GeoPoint;
import org.holdfast.referral.domain.directory.Listing;
import org.holdfast.referral.domain.matching.Considered;
import org.holdfast.referral.domain.matching.Matched;
import org.holdfast.referral.domain.matching.Matching;
import org.holdfast.referral.domain.matching.Met;
import org.holdfast.referral.domain.matching.Need;
import org.holdfast.referral.domain.matching.Wanted;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** The directory as this instance knows it: a snapshot of what MongoDB holds, with its index. */
public final class Directory implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Directory.class);

    private static final double AREA_KM = 10;

    /**
     * @param met of each need that was asked for, the services that may meet it, and why
     */
    private record Snapshot(
            Map<String, Considered> services,
            Map<String, GeoPoint> middles,
            DirectoryIndex index,
            Map<Need, List<Met>> met) {}

    private final Searching searching;
    private final Matching matching;
    private volatile Snapshot snapshot;
    private volatile boolean ready;

    /** An empty directory, until {@link #renew}. */
    public Directory(Searching searching, Matching matching) {
        this.searching = searching;
        this.matching = matching;
        this.snapshot = snapshot(List.of());
    }

    /** Takes these listings in place of those before; searches under way finish on the old ones. */
    public void renew(Collection<Listing> listings) {
        snapshot = snapshot(listings);
        ready = true;
    }

    /** Whether it was read; before that an empty answer would look like an unmet need. */
    public boolean ready() {
        return ready;
    }

    /** How many services it has. */
    public int size() {
        return snapshot.services().size();
    }

    /** The service, if it is there. */
    public Optional<Listing> listing(String id) {
        return Optional.ofNullable(snapshot.services().get(id)).map(Considered::listing);
    }

    /** The middle of the places that the directory has in this area: a stand-in for somebody who only said the area. */
    public Optional<GeoPoint> middle(String area) {
        return Optional.ofNullable(snapshot.middles().get(area.toUpperCase(Locale.ROOT)));
    }

    /** The area whose middle is nearest to the point, if one is within ten kilometres: what a partner may know of a place. */
    public Optional<String> area(GeoPoint point) {
        return snapshot.middles().entrySet().stream()
                .filter(area -> area.getValue().kilometresTo(point) <= AREA_KM)
                .min(Comparator.comparingDouble((Map.Entry<String, GeoPoint> area) ->
                                area.getValue().kilometresTo(point))
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey);
    }

    /** Who can help, best first; the index narrows the search, matching alone decides. */
    public Mono<Matched> match(Wanted wanted) {
        Snapshot now = snapshot;
        return searching.run(() -> matching.among(wanted, meeting(now, wanted.need())));
    }

    /** The services that suit what a person typed. */
    public Mono<List<Listing>> search(DirectorySearch search) {
        Snapshot now = snapshot;
        return searching.run(() -> now.index().search(search).stream()
                .map(now.services()::get)
                .filter(Objects::nonNull)
                .map(Considered::listing)
                .toList());
    }

    @Override
    public void close() throws IOException {
        snapshot.index().close();
    }

    /** The needs are those of the installation, a few dozen at most; what is met is worked out once for each snapshot. */
    private List<Met> meeting(Snapshot now, Need need) {
        List<Met> known = now.met().get(need);
        if (known != null) {
            return known;
        }
        try {
            List<Considered> narrowed = now.index().meeting(need).stream()
                    .map(now.services()::get)
                    .filter(Objects::nonNull)
                    .toList();
            List<Met> met = matching.meeting(need, narrowed);
            now.met().put(need, met);
            return met;
        } catch (IOException | RuntimeException broken) {
            LOG.error("The directory's index failed, every service is looked at", broken);
            return matching.meeting(need, now.services().values());
        }
    }

    private static Snapshot snapshot(Collection<Listing> listings) {
        Map<String, Considered> byId = new LinkedHashMap<>();
        Map<String, List<GeoPoint>> points = new LinkedHashMap<>();
        for (Listing listing : listings) {
            byId.put(listing.id(), Considered.of(listing));
            listing.service().locations().stream()
                    .flatMap(location -> location.addresses().stream())
                    .map(Address::postalCode)
                    .filter(Objects::nonNull)
                    .forEach(code -> points.computeIfAbsent(code.toUpperCase(Locale.ROOT), unused -> new ArrayList<>())
                            .addAll(listing.points()));
        }
        Map<String, GeoPoint> middles = new LinkedHashMap<>();
        points.forEach((code, all) -> median(all).ifPresent(middle -> middles.put(code, middle)));
        try {
            return new Snapshot(
                    byId,
                    middles,
                    DirectoryIndex.of(
                            byId.values().stream().map(Considered::listing).toList()),
                    new ConcurrentHashMap<>());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<GeoPoint> median(List<GeoPoint> points) {
        if (points.isEmpty()) {
            return Optional.empty();
        }
        List<Double> north = points.stream().map(GeoPoint::latitude).sorted().toList();
        List<Double> east = points.stream().map(GeoPoint::longitude).sorted().toList();
        return GeoPoint.of(north.get(north.size() / 2), east.get(east.size() / 2));
    }
}
