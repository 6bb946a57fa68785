package org.holdfast.identity;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.holdfast.identity.domain.Client;
import org.holdfast.identity.domain.Person;
import org.holdfast.identity.domain.Role;
import org.holdfast.identity.store.Clients;
import org.holdfast.identity.store.People;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/** People and programs to try Holdfast with; their secrets are printed in this file, so they are made only on loopback. */
public final class Demo {

    /** What every demo person types, and every demo client with a secret sends. */
    public static final String SECRET = "holdfast-demo";

    private static final Set<String> SIGN_IN = Set.of("openid", "profile");

    private final People people;
    private final Clients clients;
    private final PasswordEncoder encoder;

    Demo(People people, Clients clients, PasswordEncoder encoder) {
        this.people = people;
        this.clients = clients;
        this.encoder = encoder;
    }

    /** Refuses to give well-known passwords to a network. */
    static void onlyOnLoopback(@Nullable String address) {
        if (!Optional.ofNullable(address)
                .filter(Set.of("127.0.0.1", "localhost", "::1")::contains)
                .isPresent()) {
            throw new IllegalStateException(
                    "holdfast.demo=true makes people with well-known passwords: set server.address=127.0.0.1, or leave the demo off");
        }
    }

    void make() {
        String hash = encoder.encode(SECRET);
        demoPeople(hash).forEach(people::put);
        demoClients(hash).forEach(clients::put);
    }

    /** Takes away who was made by an earlier start with the setting; one of the same id with a secret of its own stays. */
    void forget() {
        String any = encoder.encode(SECRET);
        for (Person demo : demoPeople(any)) {
            people.find(demo.id())
                    .filter(found -> encoder.matches(SECRET, found.password()))
                    .ifPresent(found -> people.remove(found.id()));
        }
        for (Client demo : demoClients(any)) {
            clients.find(demo.id())
                    .filter(found ->
                            found.secret() == null ? found.equals(demo) : encoder.matches(SECRET, found.secret()))
                    .ifPresent(found -> clients.remove(found.id()));
        }
    }

    private static List<Person> demoPeople(String hash) {
        return List.of(
                new Person("olu", "Olu (operator)", Set.of(Role.OPERATOR), hash, true),
                new Person("ana", "Ana (counselor)", Set.of(Role.COUNSELOR), hash, true),
                new Person("ben", "Ben (counselor)", Set.of(Role.COUNSELOR), hash, true),
                new Person("sam", "Sam (supervisor)", Set.of(Role.SUPERVISOR), hash, true),
                new Person("ada", "Ada (administrator)", Set.of(Role.ADMIN), hash, true),
                new Person("hal", "Hal (Harbor agency)", Set.of(Role.PARTNER), hash, true),
                new Person("sia", "Sia (Shelter agency)", Set.of(Role.PARTNER), hash, true));
    }

    private static List<Client> demoClients(String hash) {
        return List.of(
                new Client(
                        "holdfast-console",
                        "Holdfast console",
                        hash,
                        SIGN_IN,
                        Set.of(),
                        Set.of("http://127.0.0.1/signed-in")),
                new Client(
                        "holdfast-demo",
                        "Holdfast demo",
                        null,
                        SIGN_IN,
                        Set.of(),
                        Set.of("http://127.0.0.1/signed-in")),
                new Client("agency-harbor", "Harbor agency", hash, Set.of("referrals.respond"), Set.of(), Set.of()),
                new Client("agency-shelter", "Shelter agency", hash, Set.of("referrals.respond"), Set.of(), Set.of()),
                new Client("referral-service", "Referral service", hash, Set.of("disclosures.ask"), Set.of(), Set.of()),
                new Client("bulk-importer", "Bulk importer", hash, Set.of("contacts.bulk"), Set.of(), Set.of()),
                new Client("prometheus", "Prometheus", hash, Set.of("metrics.read"), Set.of(), Set.of()),
                new Client("desk-script", "Desk script", hash, Set.of(), Set.of(Role.OPERATOR), Set.of()),
                new Client("counselor-script", "Counselor script", hash, Set.of(), Set.of(Role.COUNSELOR), Set.of()),
                new Client("supervisor-script", "Supervisor script", hash, Set.of(), Set.of(Role.SUPERVISOR), Set.of()),
                new Client("admin-script", "Admin script", hash, Set.of(), Set.of(Role.ADMIN), Set.of()));
    }
}
