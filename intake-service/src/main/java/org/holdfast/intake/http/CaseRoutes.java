package org.holdfast.intake.http;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.holdfast.chassis.http.Problem;
import org.holdfast.intake.store.CaseFile;
import org.holdfast.intake.store.Cases;
import org.holdfast.intake.store.Trails;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Shows the trail of a case, and how far its erasure in all four services has come. */
final class CaseRoutes {

    static final Comparator<TrailView> IN_TIME = Comparator.comparing(TrailView::at)
            .thenComparing(TrailView::subject)
            .thenComparingLong(TrailView::version)
            .thenComparingInt(TrailView::rank);

    private final Desk desk;
    private final Cases cases;
    private final Trails trails;

    CaseRoutes(Desk desk, Cases cases, Trails trails) {
        this.desk = desk;
        this.cases = cases;
        this.trails = trails;
    }

    /** Handles {@code GET /cases/{id}/trail}. */
    Mono<ServerResponse> trail(ServerRequest request) {
        String caseId = request.pathVariable("id");
        return file(caseId)
                .flatMap(file -> Flux.fromIterable(file.contacts())
                        .concatMap(contactId -> desk.contacts()
                                .history(Desk.stream(contactId))
                                .flatMapIterable(recorded -> TrailView.of(contactId, recorded)))
                        .concatWith(trails.of(file).map(TrailView::of))
                        .collectSortedList(IN_TIME))
                .flatMap(entries -> ServerResponse.ok()
                        .cacheControl(CacheControl.noStore())
                        .bodyValue(Map.of("caseId", caseId, "entries", entries)));
    }

    /** Handles {@code GET /cases/{id}/erasure}. */
    Mono<ServerResponse> erasure(ServerRequest request) {
        return shown(request.pathVariable("id"));
    }

    /** Which services have erased it. */
    Mono<ServerResponse> shown(String caseId) {
        return file(caseId).flatMap(CaseRoutes::shown);
    }

    /** The contacts of the case; fails with 404 when there are none. */
    Mono<CaseFile> file(String caseId) {
        return cases.get(caseId)
                .filter(file -> !file.contacts().isEmpty())
                .switchIfEmpty(
                        Mono.error(Problem.of(HttpStatus.NOT_FOUND, "case-not-found", "There is no case of this id.")));
    }

    private static Mono<ServerResponse> shown(CaseFile file) {
        Instant erasedAt = file.erasedAt();
        if (erasedAt == null) {
            return Mono.error(
                    Problem.of(HttpStatus.NOT_FOUND, "erasure-not-asked", "Nobody asked to erase this case."));
        }
        List<String> waitingFor = CaseFile.SERVICES.stream()
                .filter(service -> !file.reports().containsKey(service))
                .toList();
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("caseId", file.caseId());
        view.put("erasedAt", erasedAt);
        view.put("reports", file.reports());
        view.put("waitingFor", waitingFor);
        view.put("done", file.done());
        return ServerResponse.ok().cacheControl(CacheControl.noStore()).bodyValue(view);
    }
}
