package org.holdfast.identity.store;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.holdfast.identity.domain.Client;
import org.holdfast.identity.domain.Role;

/** The programs that may ask for tokens, one document each. */
public final class Clients {

    private final MongoCollection<Document> documents;

    public Clients(MongoDatabase database) {
        this.documents = database.getCollection("clients");
    }

    /** The client of this id, if there is one. */
    public Optional<Client> find(String id) {
        return Optional.ofNullable(documents.find(eq("_id", id)).first()).map(Clients::client);
    }

    /** Puts a client in place of the one that had the id before. */
    public void put(Client client) {
        documents.replaceOne(eq("_id", client.id()), document(client), Replacing.OR_INSERTING);
    }

    /** Takes away everybody who is not among these; answers whom. */
    public List<String> keepOnly(Collection<String> ids) {
        List<String> gone = Replacing.others(documents, ids);
        gone.forEach(this::remove);
        return gone;
    }

    /** Takes the client of this id away. */
    public void remove(String id) {
        documents.deleteOne(eq("_id", id));
    }

    /** Puts another hash in place of the one that is there, after the algorithm for hashing changed. */
    public void rehash(String id, String secret) {
        documents.updateOne(eq("_id", id), Updates.set("secret", secret));
    }

    private static Document document(Client client) {
        return new Document("_id", client.id())
                .append("name", client.name())
                .append("secret", client.secret())
                .append("scopes", client.scopes().stream().sorted().toList())
                .append(
                        "roles",
                        client.roles().stream().map(Role::claim).sorted().toList())
                .append("redirects", client.redirects().stream().sorted().toList());
    }

    private static Client client(Document document) {
        return new Client(
                document.getString("_id"),
                document.getString("name"),
                document.getString("secret"),
                set(document, "scopes"),
                set(document, "roles").stream().map(Role::of).collect(Collectors.toSet()),
                set(document, "redirects"));
    }

    private static Set<String> set(Document document, String field) {
        List<String> values = document.getList(field, String.class);
        return Set.copyOf(values);
    }
}
