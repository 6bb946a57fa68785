package org.holdfast.referral.store.directory;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.holdfast.referral.domain.directory.Attribute;
import org.holdfast.referral.domain.directory.Flag;
import org.holdfast.referral.domain.directory.Listing;
import org.holdfast.referral.domain.directory.Location;
import org.holdfast.referral.domain.directory.Service;
import org.holdfast.referral.domain.directory.TaxonomyTerm;
import tools.jackson.databind.JsonNode;

/** Reads HSDS 3.1 JSON: {@code services.json}, full services as a list or a page, and {@code taxonomy_terms.json}. */
final class HsdsFolder {

    private static final String SERVICES = "services.json";
    private static final String TERMS = "taxonomy_terms.json";

    private HsdsFolder() {}

    static boolean isIn(Folder folder) throws IOException {
        return folder.has(SERVICES);
    }

    static Imported read(Folder folder, String source, double reachKm) throws IOException {
        Terms terms = new Terms(folder.has(TERMS) ? all(folder, TERMS, TaxonomyTerm.class) : List.of());
        List<Service> services = all(folder, SERVICES, Service.class);
        Map<String, Location> locations = new HashMap<>();
        services.forEach(service -> service.locations().forEach(location -> locations.put(location.id(), location)));
        Coordinates coordinates = Coordinates.of(locations.values(), reachKm);
        List<Flag> flags = new ArrayList<>();
        List<Listing> listings = new ArrayList<>();
        for (Service service : services) {
            List<Flag> own = new ArrayList<>();
            service.locations().forEach(location -> coordinates.flag(location).ifPresent(own::add));
            if (service.organization() == null) {
                own.add(new Flag("no-organization", "service/" + service.id(), null));
            }
            flags.addAll(own);
            List<TaxonomyTerm> classified = service.attributes().stream()
                    .map(Attribute::taxonomyTerm)
                    .filter(Objects::nonNull)
                    .toList();
            listings.add(new Listing(service, terms.broader(classified), own));
        }
        Map<String, Integer> counts =
                Map.of("services", services.size(), "locations", locations.size(), "terms", terms.size());
        return new Imported(source, listings, counts, flags.stream().distinct().toList());
    }

    private static <T> List<T> all(Folder folder, String file, Class<T> type) throws IOException {
        try (InputStream in = folder.open(file)) {
            JsonNode tree = Json.HSDS.readTree(in);
            JsonNode list = tree.isArray() ? tree : tree.path("contents");
            List<T> all = new ArrayList<>();
            list.forEach(node -> all.add(Json.HSDS.treeToValue(node, type)));
            return all;
        }
    }
}
