package org.holdfast.notification.store;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.holdfast.chassis.vault.Vault;
import org.holdfast.notification.domain.roster.RosterDraft;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What pages to people's webhooks are signed with, sealed in the vault. */
final class WebhookSecrets {

    private final Vault vault;
    private final String place;
    private final Map<String, Mono<String>> recent = new ConcurrentHashMap<>();

    WebhookSecrets(Vault vault, String place) {
        this.vault = vault;
        this.place = place;
    }

    /** The person's secret, or empty. */
    Mono<String> of(String person) {
        return vault.get(place, ref(person));
    }

    /** The same, as it was a moment ago. */
    Mono<String> recent(String person) {
        return Mono.defer(() -> recent.computeIfAbsent(person, whose -> Moment.shared(of(whose))));
    }

    /** Keeps those that the draft gives. */
    Mono<Void> keep(RosterDraft draft) {
        return Flux.fromIterable(draft.secrets().entrySet())
                .concatMap((Map.Entry<String, String> each) -> vault.put(place, ref(each.getKey()), each.getValue()))
                .then();
    }

    /** What was read a moment ago is no longer so. */
    void changed() {
        recent.clear();
    }

    private static String ref(String person) {
        return "webhook/" + person;
    }
}
