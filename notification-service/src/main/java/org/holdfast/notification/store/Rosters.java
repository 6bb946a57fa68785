package org.holdfast.notification.store;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.holdfast.chassis.journal.Shapes;
import org.holdfast.chassis.vault.Vault;
import org.holdfast.notification.domain.roster.Person;
import org.holdfast.notification.domain.roster.Roster;
import org.holdfast.notification.domain.roster.RosterDraft;
import reactor.core.publisher.Mono;

/** Keeps the roster in force, and the webhooks' secrets sealed. */
public final class Rosters {

    private static final String ID = "roster";
    private static final Shapes SHAPES = new Shapes();

    private final MongoCollection<Document> rosters;
    private final WebhookSecrets secrets;
    private volatile Mono<Roster> recent;

    public Rosters(MongoDatabase database, Vault vault) {
        rosters = database.getCollection("roster");
        secrets = new WebhookSecrets(vault, ID);
        recent = Moment.shared(newest());
    }

    /** Takes the draft where no roster is kept yet; a roster that is kept stays. */
    public Mono<Void> seed(RosterDraft draft) {
        Mono<Void> insert = Mono.defer(() -> secrets.keep(draft)
                .then(Mono.from(rosters.insertOne(document(draft.roster(1)))))
                .then());
        return Mono.from(rosters.createIndex(Indexes.ascending("at"), new IndexOptions().unique(true)))
                .then(Mono.from(rosters.find(eq("_id", ID)).first()))
                .hasElement()
                .flatMap(there -> there ? Mono.<Void>empty() : insert)
                .onErrorResume(Duplicates::is, e -> Mono.empty());
    }

    /** The roster in force; until there is one, fails like a store that is away, so that whoever needs it tries again. */
    public Mono<Roster> current() {
        return Mono.defer(() -> recent = Moment.shared(newest()));
    }

    /** The roster as this instance last read it, if that is less than a quarter of a second ago: for what was decided on it. */
    public Mono<Roster> recent() {
        return Mono.defer(() -> recent);
    }

    private Mono<Roster> newest() {
        return Mono.from(rosters.find(eq("_id", ID)).first())
                .map(found -> SHAPES.read(Roster.class, found.getString("roster")))
                .switchIfEmpty(Mono.error(() -> new IOException("There is no roster yet")));
    }

    /** The people of the roster whose webhook has a secret. */
    public Mono<Set<String>> withSecrets() {
        return current()
                .flatMapIterable(Roster::people)
                .map(Person::id)
                .concatMap(person -> secret(person).map(secret -> person))
                .collect(Collectors.toSet());
    }

    /** What pages to this person's webhook are signed with. */
    public Mono<String> secret(String person) {
        return secrets.of(person);
    }

    /** The same, as it was less than a quarter of a second ago. */
    public Mono<String> recentSecret(String person) {
        return secrets.recent(person);
    }

    /** Keeps the draft's secrets and then puts it in force, if the roster still has the version; false if it does not. */
    public Mono<Boolean> replace(long version, RosterDraft draft) {
        return newest().flatMap(roster -> roster.version() == version
                ? secrets.keep(draft).then(Mono.defer(() -> replaced(version, draft.roster(version + 1))))
                : Mono.just(false));
    }

    /** The person's webhook is gone for good; whoever is the last of the safety net stays. */
    public Mono<Void> webhookOff(String person) {
        return newest().flatMap(roster -> {
                    Roster changed = roster.withWebhookOff(person);
                    return changed.equals(roster) ? Mono.just(true) : replaced(roster.version(), changed);
                })
                .filter(Boolean::booleanValue)
                .repeatWhenEmpty(20, tries -> tries)
                .then();
    }

    private Mono<Boolean> replaced(long version, Roster next) {
        return Mono.from(rosters.findOneAndReplace(eq("at", at(version)), document(next)))
                .hasElement()
                .doOnNext(done -> {
                    secrets.changed();
                    recent = Moment.shared(newest());
                });
    }

    private static Document document(Roster roster) {
        return new Document("_id", ID)
                .append("at", at(roster.version()))
                .append("roster", SHAPES.write(Roster.class, roster));
    }

    private static String at(long version) {
        return ID + "#" + version;
    }
}
