package org.holdfast.chassis.vault;

import java.time.Duration;
import java.util.Map;
import org.holdfast.chassis.http.Admission;
import org.holdfast.chassis.http.Problem;
import org.holdfast.chassis.http.Requests;
import org.holdfast.chassis.security.Permission;
import org.holdfast.chassis.security.Routes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** How an administrator changes the key-encryption key: a new one, every data key wrapped with it, the older ones forgotten. */
final class KeyRoutes {

    private static final Logger LOG = LoggerFactory.getLogger(KeyRoutes.class);

    private final Vault vault;
    private final Admission oneAtATime = new Admission("vault-keys", 1, Duration.ofSeconds(5));

    KeyRoutes(Vault vault) {
        this.vault = vault;
    }

    Routes routes() {
        Permission admin = Permission.role("admin");
        return Routes.routes()
                .post("/admin/vault/rotation", admin, this::rotate)
                .post("/admin/vault/rewrapping", admin, this::rewrap)
                .post("/admin/vault/retirement", admin, this::retire)
                .build();
    }

    private Mono<ServerResponse> rotate(ServerRequest request) {
        return alone(request, "rotated", vault.rotate().thenReturn(true));
    }

    private Mono<ServerResponse> rewrap(ServerRequest request) {
        return alone(request, "rewrapped", vault.rewrap());
    }

    private Mono<ServerResponse> retire(ServerRequest request) {
        return alone(request, "retired", vault.retire().thenReturn(true));
    }

    private Mono<ServerResponse> alone(ServerRequest request, String what, Mono<?> work) {
        return Requests.noBody(request)
                .flatMap(nothing -> oneAtATime.admit(work))
                .doOnNext(result -> LOG.info("Vault keys: {} {}", what, result))
                .onErrorMap(
                        KeysKeptElsewhere.class,
                        elsewhere -> Problem.of(
                                HttpStatus.CONFLICT,
                                "vault-keys-kept-elsewhere",
                                "The keyset came from the environment: change it where it is kept, and start again."))
                .onErrorMap(
                        OlderKeyNeeded.class,
                        needed -> Problem.of(
                                HttpStatus.CONFLICT,
                                "vault-older-key-needed",
                                "An older key still wraps a data key: rewrap first."))
                .flatMap(result -> ServerResponse.ok().bodyValue(Map.of(what, result)));
    }

    /** Says that the keyset is not in a file that this service may change. */
    static final class KeysKeptElsewhere extends IllegalStateException {
        KeysKeptElsewhere() {
            super("the keyset came from HOLDFAST_VAULT_KEK: rotate it where it is kept, and start again");
        }
    }

    /** Says that forgetting the older keys would lose texts. */
    static final class OlderKeyNeeded extends IllegalStateException {
        OlderKeyNeeded() {
            super("rewrap first: an older key is still needed");
        }
    }
}
