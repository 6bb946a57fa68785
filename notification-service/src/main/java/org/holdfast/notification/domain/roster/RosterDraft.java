package org.holdfast.notification.domain.roster;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A roster as an administrator writes it, with the secrets that are then kept elsewhere.
 *
 * @param rotas who takes turns
 * @param people who can be called
 * @param policies the steps of each code
 * @param safetyNet who is called when nobody answered
 */
public record RosterDraft(
        List<Rota> rotas, List<Contactable> people, Map<Code, CodePolicy> policies, SafetyNet safetyNet) {

    /**
     * A member of staff as an administrator writes it.
     *
     * @param id the id at the issuer
     * @param email the address for pages
     * @param webhook the https address for signed pages
     * @param webhookSecret what they are signed with, {@code whsec_} and base64; leave it out to keep the one before
     */
    public record Contactable(
            String id,
            @Nullable String email,
            @Nullable String webhook,
            @Nullable String webhookSecret) {}

    public RosterDraft {
        people = people == null ? List.of() : List.copyOf(people);
    }

    /** The roster without its secrets. */
    public Roster roster(long version) {
        List<Person> all = new ArrayList<>();
        for (Contactable each : people) {
            all.add(new Person(each.id(), each.email(), each.webhook(), false));
        }
        return new Roster(version, rotas, all, policies, safetyNet);
    }

    /** The secrets that were given, by person. */
    public Map<String, String> secrets() {
        Map<String, String> given = new LinkedHashMap<>();
        for (Contactable each : people) {
            String secret = each.webhookSecret();
            if (secret != null) {
                given.put(each.id(), secret);
            }
        }
        return given;
    }

    /** What is wrong with it; {@code kept} names the people whose secrets are there already. */
    public List<RosterFault> faults(java.util.Set<String> kept) {
        List<RosterFault> faults = new ArrayList<>(roster(0).faults());
        for (int i = 0; i < people.size(); i++) {
            Contactable each = people.get(i);
            String secret = each.webhookSecret();
            boolean there = secret != null || kept.contains(String.valueOf(each.id()));
            if (each.webhook() != null && !there) {
                faults.add(
                        new RosterFault("/people/" + i + "/webhookSecret", "A webhook needs a secret to sign with."));
            }
            if (secret != null && !sound(secret)) {
                faults.add(new RosterFault(
                        "/people/" + i + "/webhookSecret",
                        "A secret is whsec_ and the base64 of 24 to 64 random bytes."));
            }
        }
        return faults;
    }

    private static boolean sound(String secret) {
        try {
            int bytes =
                    secret.startsWith("whsec_") ? java.util.Base64.getDecoder().decode(secret.substring(6)).length : 0;
            return bytes >= 24 && bytes <= 64;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
