package org.holdfast.referral.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.holdfast.referral.domain.Partner;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The partner agencies, from a data file; a client, a person or an organization belongs to one agency only. */
public final class Partners {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, Partner> byId = new HashMap<>();
    private final Map<String, Partner> byClient = new HashMap<>();
    private final Map<String, Partner> byPerson = new HashMap<>();
    private final Map<String, Partner> byOrganization = new HashMap<>();

    /** These partners; fails when two of them claim the same id, client, person or organization. */
    public Partners(List<Partner> partners) {
        for (Partner partner : partners) {
            once(byId, partner.id(), partner);
            once(byClient, partner.clientId(), partner);
            partner.people().forEach(person -> once(byPerson, person, partner));
            partner.organizations().forEach(organization -> once(byOrganization, organization, partner));
        }
    }

    /** The partners of the file; empty means the shipped ones for this directory, if there are any. */
    public static Partners of(@Nullable String file, String directory) {
        try (InputStream in = file == null || file.isBlank()
                ? Partners.class.getClassLoader().getResourceAsStream("directory/partners-" + directory + ".json")
                : Files.newInputStream(Path.of(file))) {
            return new Partners(in == null ? List.of() : JSON.readValue(in, new TypeReference<List<Partner>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException("The partners cannot be read: " + file, e);
        }
    }

    /** The ids of all partners, in order. */
    public List<String> ids() {
        return byId.keySet().stream().sorted().toList();
    }

    /** The partner for which this client acts. */
    public Optional<Partner> ofClient(@Nullable String clientId) {
        return clientId == null ? Optional.empty() : Optional.ofNullable(byClient.get(clientId));
    }

    /** The partner for which this person, a subject of the issuer, answers. */
    public Optional<Partner> ofPerson(String subject) {
        return Optional.ofNullable(byPerson.get(subject));
    }

    /** The partner that takes referrals for this organization. */
    public Optional<Partner> ofOrganization(@Nullable String organization) {
        return organization == null ? Optional.empty() : Optional.ofNullable(byOrganization.get(organization));
    }

    private static void once(Map<String, Partner> map, String key, Partner partner) {
        if (map.put(key, partner) != null) {
            throw new IllegalArgumentException("Two partners claim " + key);
        }
    }
}
