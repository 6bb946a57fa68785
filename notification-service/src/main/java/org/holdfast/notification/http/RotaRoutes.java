package org.holdfast.notification.http;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.holdfast.chassis.http.Preconditions;
import org.holdfast.chassis.http.Problem;
import org.holdfast.chassis.http.Requests;
import org.holdfast.chassis.security.Permission;
import org.holdfast.chassis.security.Routes;
import org.holdfast.notification.calling.RotaChange;
import org.holdfast.notification.domain.roster.Roster;
import org.holdfast.notification.domain.roster.RosterDraft;
import org.holdfast.notification.domain.roster.RosterFault;
import org.holdfast.notification.store.Rosters;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** The rota: who is on call, and the whole roster for administrators, who can never leave the safety net empty. */
public final class RotaRoutes {

    private final Rosters rosters;
    private final RotaChange change;
    private final Clock clock;

    public RotaRoutes(Rosters rosters, RotaChange change, Clock clock) {
        this.rosters = rosters;
        this.change = change;
        this.clock = clock;
    }

    /** The routes with the permission each needs. */
    public Routes routes() {
        Permission desk = Permission.role("operator", "counselor", "supervisor", "admin");
        Permission admin = Permission.role("admin");
        return Routes.routes()
                .get("/on-call", desk, this::onCall)
                .get("/rota", admin, this::show)
                .put("/rota", admin, this::replace)
                .build();
    }

    private Mono<ServerResponse> onCall(ServerRequest request) {
        Instant at = request.queryParam("at").map(RotaRoutes::instant).orElseGet(clock::instant);
        return rosters.current().flatMap(roster -> ServerResponse.ok().bodyValue(OnCallView.of(roster, at)));
    }

    private Mono<ServerResponse> show(ServerRequest request) {
        return rosters.current().flatMap(RotaRoutes::answer);
    }

    private Mono<ServerResponse> replace(ServerRequest request) {
        long version = Preconditions.ifMatch(request);
        return Requests.body(request, RosterDraft.class).flatMap(body -> {
            RosterDraft draft = body.value();
            return rosters.withSecrets()
                    .flatMap(kept -> sound(draft, draft.faults(kept)))
                    .then(Mono.defer(() -> rosters.replace(version, draft)))
                    .filter(Boolean::booleanValue)
                    .switchIfEmpty(Mono.error(RotaRoutes::stale))
                    .then(Mono.defer(rosters::current))
                    .flatMap(roster -> change.tookPlace(roster).then(answer(roster)));
        });
    }

    private static Mono<Void> sound(RosterDraft draft, List<RosterFault> faults) {
        return faults.isEmpty()
                ? Mono.empty()
                : Mono.error(() -> Problem.invalid(
                        "roster-unsound",
                        faults.getFirst().text(),
                        faults.getFirst().pointer()));
    }

    private static Mono<ServerResponse> answer(Roster roster) {
        List<RosterDraft.Contactable> people = roster.people().stream()
                .map(person -> new RosterDraft.Contactable(person.id(), person.email(), person.webhook(), null))
                .toList();
        return ServerResponse.ok()
                .eTag(Preconditions.etag(roster.version()))
                .bodyValue(new RosterDraft(roster.rotas(), people, roster.policies(), roster.safetyNet()));
    }

    private static Problem stale() {
        return Problem.of(
                HttpStatus.PRECONDITION_FAILED,
                "stale",
                "It has changed since you read it; read it again and decide anew.");
    }

    private static Instant instant(String text) {
        try {
            Instant instant = Instant.parse(text);
            if (instant.isBefore(Instant.EPOCH) || instant.isAfter(Instant.parse("2200-01-01T00:00:00Z"))) {
                throw new DateTimeException("out of range");
            }
            return instant;
        } catch (DateTimeException e) {
            throw Problem.of(
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            "invalid-value",
                            "The instant is written like 2026-11-22T20:00:00Z, from 1970 to 2199.")
                    .with("parameter", "at");
        }
    }
}
