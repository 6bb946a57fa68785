package org.holdfast.keeping;

import com.mongodb.client.MongoClient;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * The order in which collections are read while the services run, so that what is read later never lacks what was read before
 * refers to: read models, then journals from the end of the flow to its beginning, then what was archived, then words, then keys.
 */
final class Order {

    /** Who holds a lease now is of no meaning later. */
    private static final Set<String> LEFT_OUT = Set.of("leases");

    private static final List<String> LAST = List.of("journal", "history", "vault_texts", "vault_keys");

    /** A database and one of its collections. */
    record Place(String database, String collection) {}

    private Order() {}

    /** Every collection of the databases, in the order in which it is to be read; databases are given as the flow goes. */
    static List<Place> of(MongoClient client, List<String> databases) {
        List<Place> places = new ArrayList<>();
        for (String database : databases.reversed()) {
            List<String> names =
                    client.getDatabase(database).listCollectionNames().into(new ArrayList<>());
            names.stream()
                    .filter(name -> !name.startsWith("system.") && !LEFT_OUT.contains(name))
                    .sorted()
                    .forEach(name -> places.add(new Place(database, name)));
        }
        places.sort(Comparator.comparingInt(place -> LAST.indexOf(place.collection())));
        return places;
    }
}
