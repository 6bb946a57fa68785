package org.holdfast.referral.store.directory;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.holdfast.referral.domain.directory.Address;
import org.holdfast.referral.domain.directory.Attribute;
import org.holdfast.referral.domain.directory.Flag;
import org.holdfast.referral.domain.directory.Language;
import org.holdfast.referral.domain.directory.Listing;
import org.holdfast.referral.domain.directory.Location;
import org.holdfast.referral.domain.directory.Organization;
import org.holdfast.referral.domain.directory.Phone;
import org.holdfast.referral.domain.directory.Service;
import org.holdfast.referral.domain.directory.ServiceAtLocation;
import org.holdfast.referral.domain.directory.TaxonomyTerm;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** Reads the iCarol export of Baltimore's CharmCare (Ohana CSV files); nothing is lost, what cannot be right is flagged. */
final class CharmcareExport {

    static final String SOURCE = "baltimore";
    private static final Pattern NUMBER = Pattern.compile("\\(\\d{3}\\) \\d{3}-\\d{4}");
    private static final String ENGLISH = "en";

    private final Folder folder;
    private final LanguageWords words;
    private final List<Flag> flags = new ArrayList<>();
    private final Map<String, Integer> counts = new LinkedHashMap<>();

    private CharmcareExport(Folder folder, LanguageWords words) {
        this.folder = folder;
        this.words = words;
    }

    static boolean isIn(Folder folder) throws IOException {
        return folder.has("services.csv") && folder.has("service_categories.json");
    }

    static Imported read(Folder folder, double reachKm) throws IOException {
        return new CharmcareExport(folder, LanguageWords.shipped()).read(reachKm);
    }

    private Imported read(double reachKm) throws IOException {
        Terms terms = terms();
        Map<String, Organization> organizations = organizations();
        Map<String, String> owners = new HashMap<>();
        Map<String, Location> locations = locations(owners);
        Map<String, List<Phone>> phones = phones();
        Map<String, List<String>> categories = categories();
        Coordinates coordinates = Coordinates.of(locations.values(), reachKm);
        Map<String, Flag> astray = new HashMap<>();
        locations
                .values()
                .forEach(location -> coordinates.flag(location).ifPresent(flag -> {
                    astray.put(location.id(), flag);
                    flags.add(flag);
                }));
        List<Listing> listings = new ArrayList<>();
        for (Csv.Line line : lines("services.csv", "services")) {
            String id = line.get("id", "");
            Location location = locations.get(line.get("location_id", ""));
            Organization organization =
                    location == null ? null : organizations.get(owners.getOrDefault(location.id(), ""));
            List<Flag> own = new ArrayList<>();
            missing(location, "no-location", id).ifPresent(own::add);
            missing(organization, "no-organization", id).ifPresent(own::add);
            List<TaxonomyTerm> classified = classified(categories.getOrDefault(id, List.of()), terms, id, own);
            List<Phone> numbers = phones.getOrDefault(id, List.of());
            flags.addAll(own);
            numbers.stream()
                    .map(CharmcareExport::flag)
                    .flatMap(Optional::stream)
                    .forEach(own::add);
            if (location != null) {
                Optional.ofNullable(astray.get(location.id())).ifPresent(own::add);
            }
            listings.add(new Listing(
                    service(line, organization, location, numbers, classified), terms.broader(classified), own));
        }
        return new Imported(SOURCE, listings, counts, flags);
    }

    private Service service(
            Csv.Line line,
            @Nullable Organization organization,
            @Nullable Location location,
            List<Phone> phones,
            List<TaxonomyTerm> terms) {
        String id = line.get("id", "");
        LanguageWords.Reading reading = words.read("service/" + id, line.get("languages", ""));
        List<Language> languages = Stream.concat(
                        reading.spoken().stream(), Stream.of(Language.ofTheDirectory("service/" + id, ENGLISH)))
                .toList();
        return new Service(
                id,
                line.get("name", ""),
                line.get("status"),
                line.get("description"),
                line.get("eligibility"),
                null,
                null,
                reading.others().isEmpty() ? null : reading.others(),
                line.get("application_process"),
                line.get("fees"),
                null,
                organization,
                phones,
                languages,
                List.of(),
                List.of(),
                location == null
                        ? List.of()
                        : List.of(new ServiceAtLocation(id + "@" + location.id(), location, List.of())),
                List.of(),
                terms.stream()
                        .map(term -> new Attribute(id + "/" + term.id(), term))
                        .toList());
    }

    private List<TaxonomyTerm> classified(List<String> ids, Terms terms, String service, List<Flag> own) {
        List<TaxonomyTerm> known = new ArrayList<>();
        for (String id : new LinkedHashSet<>(ids)) {
            TaxonomyTerm term = terms.byId(id);
            if (term == null) {
                own.add(new Flag("unknown-term", "service/" + service, id));
            } else {
                known.add(term);
            }
        }
        return known;
    }

    /** Parents are named by code here, and some codes look like the id of another term. */
    private Terms terms() throws IOException {
        List<Csv.Line> lines = lines("taxonomy.csv", "terms");
        Map<String, String> ids = new HashMap<>();
        lines.forEach(line -> ids.put(line.get("taxonomy_id", ""), line.get("id", "")));
        return new Terms(lines.stream()
                .map(line -> new TaxonomyTerm(
                        line.get("id", ""),
                        line.get("taxonomy_id"),
                        line.get("name", ""),
                        ids.get(line.get("parent_id", "none")),
                        "Open Eligibility"))
                .toList());
    }

    private Map<String, Organization> organizations() throws IOException {
        Map<String, Organization> organizations = new HashMap<>();
        lines("organizations.csv", "organizations")
                .forEach(line -> organizations.put(
                        line.get("id", ""),
                        new Organization(
                                line.get("id", ""),
                                line.get("name", ""),
                                line.get("description"),
                                line.get("email"),
                                line.get("website"))));
        return organizations;
    }

    private Map<String, Location> locations(Map<String, String> owners) throws IOException {
        Map<String, List<Address>> addresses = new HashMap<>();
        lines("addresses.csv", "addresses")
                .forEach(line -> addresses
                        .computeIfAbsent(line.get("location_id", ""), unused -> new ArrayList<>())
                        .add(new Address(
                                line.get("id", ""),
                                line.get("address_1"),
                                line.get("city"),
                                line.get("state_province"),
                                line.get("postal_code"),
                                line.get("country"),
                                "physical")));
        Map<String, Location> locations = new LinkedHashMap<>();
        lines("locations.csv", "locations").forEach(line -> {
            String id = line.get("id", "");
            owners.put(id, line.get("organization_id", ""));
            LanguageWords.Reading reading = words.read("location/" + id, line.get("languages", ""));
            locations.put(
                    id,
                    new Location(
                            id,
                            "physical",
                            line.get("name"),
                            degrees(line.get("latitude")),
                            degrees(line.get("longitude")),
                            addresses.getOrDefault(id, List.of()),
                            reading.spoken(),
                            List.of()));
        });
        return locations;
    }

    private Map<String, List<Phone>> phones() throws IOException {
        Map<String, List<Phone>> phones = new HashMap<>();
        lines("phones.csv", "phones").forEach(line -> {
            Phone phone = new Phone(
                    line.get("id", ""),
                    line.get("number", ""),
                    line.get("extension"),
                    line.get("number_type"),
                    line.get("department"),
                    List.of());
            flag(phone).ifPresent(flags::add);
            phones.computeIfAbsent(line.get("service_id", ""), unused -> new ArrayList<>())
                    .add(phone);
        });
        return phones;
    }

    private Map<String, List<String>> categories() throws IOException {
        try (InputStream in = folder.open("service_categories.json")) {
            return Json.HSDS.readValue(in, new TypeReference<Map<String, List<String>>>() {});
        }
    }

    private List<Csv.Line> lines(String file, String what) throws IOException {
        List<Csv.Line> lines = Csv.lines(folder, file);
        counts.put(what, lines.size());
        return lines;
    }

    private static Optional<Flag> flag(Phone phone) {
        return NUMBER.matcher(phone.number()).matches()
                ? Optional.empty()
                : Optional.of(new Flag("malformed-phone", "phone/" + phone.id(), phone.number()));
    }

    private static Optional<Flag> missing(@Nullable Object thing, String problem, String service) {
        return thing == null ? Optional.of(new Flag(problem, "service/" + service, null)) : Optional.empty();
    }

    private static @Nullable Double degrees(@Nullable String text) {
        try {
            return text == null ? null : Double.valueOf(text);
        } catch (NumberFormatException notANumber) {
            return Double.NaN;
        }
    }
}
