package org.holdfast.identity.store;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bson.Document;
import org.holdfast.identity.domain.Person;
import org.holdfast.identity.domain.Role;

/** The people who may sign in, one document each. */
public final class People {

    private final MongoCollection<Document> documents;

    public People(MongoDatabase database) {
        this.documents = database.getCollection("people");
    }

    /** Who signs in by this id, if anybody. */
    public Optional<Person> find(String id) {
        return Optional.ofNullable(documents.find(eq("_id", Person.idOf(id))).first())
                .map(People::person);
    }

    /** Puts a person in place of whoever had the id before. */
    public void put(Person person) {
        documents.replaceOne(eq("_id", person.id()), document(person), Replacing.OR_INSERTING);
    }

    /** Takes away everybody who is not among these; answers whom. */
    public List<String> keepOnly(Collection<String> ids) {
        List<String> gone = Replacing.others(documents, ids);
        gone.forEach(this::remove);
        return gone;
    }

    /** Takes the person of this id away. */
    public void remove(String id) {
        documents.deleteOne(eq("_id", id));
    }

    /** Puts another hash in place of the one that is there, after the algorithm for hashing changed. */
    void rehash(String id, String password) {
        documents.updateOne(eq("_id", id), Updates.set("password", password));
    }

    private static Document document(Person person) {
        return new Document("_id", person.id())
                .append("name", person.name())
                .append(
                        "roles",
                        person.roles().stream().map(Role::claim).sorted().toList())
                .append("password", person.password())
                .append("active", person.active());
    }

    private static Person person(Document document) {
        List<String> roles = document.getList("roles", String.class);
        return new Person(
                document.getString("_id"),
                document.getString("name"),
                roles.stream().map(Role::of).collect(Collectors.toSet()),
                document.getString("password"),
                document.getBoolean("active", false));
    }
}
