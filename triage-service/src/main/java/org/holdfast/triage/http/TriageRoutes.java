package org.holdfast.triage.http;

import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import org.holdfast.chassis.http.IdempotencyKey;
import org.holdfast.chassis.http.Paging;
import org.holdfast.chassis.http.Preconditions;
import org.holdfast.chassis.http.Problem;
import org.holdfast.chassis.http.Problems;
import org.holdfast.chassis.http.Requests;
import org.holdfast.chassis.journal.Cause;
import org.holdfast.chassis.journal.Entry;
import org.holdfast.chassis.journal.Handling;
import org.holdfast.chassis.security.Permission;
import org.holdfast.chassis.security.Routes;
import org.holdfast.triage.domain.Assessment;
import org.holdfast.triage.domain.TriageCommand;
import org.holdfast.triage.domain.TriageEvent;
import org.holdfast.triage.domain.protocol.Code;
import org.holdfast.triage.domain.protocol.Protocol;
import org.holdfast.triage.store.QueuePlace;
import org.holdfast.triage.store.WorkQueue;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** The routes of triage. */
public final class TriageRoutes {

    private static final Permission STAFF = Permission.role("operator", "counselor", "supervisor");
    private static final String CHOICE = "/assessments/{contactId}/choice";

    private final Handling<Assessment, TriageCommand, TriageEvent> assessments;
    private final WorkQueue queue;
    private final Protocol protocol;
    private final ProtocolView view;
    private final Clock clock;

    /** Over the assessments and what is kept beside them. */
    public TriageRoutes(
            Handling<Assessment, TriageCommand, TriageEvent> assessments,
            WorkQueue queue,
            Protocol protocol,
            Clock clock) {
        this.assessments = assessments;
        this.queue = queue;
        this.protocol = protocol;
        this.clock = clock;
        view = ProtocolView.of(protocol);
    }

    private record Choice(String code) {}

    /** Every route with who may use it. */
    public Routes routes() {
        return Routes.routes()
                .get("/assessments/{contactId}", STAFF, this::assessment)
                .post(CHOICE, STAFF, this::choose)
                .get("/protocols/current", STAFF, _ -> ServerResponse.ok().bodyValue(view))
                .get("/queue", STAFF, this::queue)
                .build();
    }

    private Mono<ServerResponse> assessment(ServerRequest request) {
        return assessments
                .load(stream(request))
                .switchIfEmpty(Mono.error(TriageRoutes::unknown))
                .flatMap(TriageRoutes::answer);
    }

    private Mono<ServerResponse> choose(ServerRequest request) {
        return Requests.body(request, Choice.class).flatMap(body -> {
            Code code = Arrays.stream(Code.values())
                    .filter(one -> one.name().equals(body.value().code()))
                    .findFirst()
                    .orElseThrow(() -> Problem.invalid("code-not-choosable", "Choose E, F or G.", "/code"));
            Cause cause = IdempotencyKey.cause(request, "POST " + CHOICE, body.hash(), clock);
            TriageCommand command = new TriageCommand.ChooseCode(code, protocol, cause.time());
            return assessments
                    .handle(stream(request), command, cause)
                    .flatMap(handled -> Problems.answer(
                            handled,
                            done -> ServerResponse.ok()
                                    .header(HttpHeaders.ETAG, Preconditions.etag(done.version()))
                                    .bodyValue(Map.of(
                                            "contactId", request.pathVariable("contactId"),
                                            "code", code.name(),
                                            "version", done.version()))));
        });
    }

    private Mono<ServerResponse> queue(ServerRequest request) {
        Paging paging = Paging.of(request);
        return queue.after(place(paging.after()), paging.reading())
                .collectList()
                .flatMap(entries -> ServerResponse.ok()
                        .bodyValue(paging.page(
                                entries, entry -> QueuePlace.of(entry).key())));
    }

    private static @Nullable QueuePlace place(@Nullable String key) {
        if (key == null) {
            return null;
        }
        return QueuePlace.read(key)
                .orElseThrow(() -> Problem.of(
                        HttpStatus.BAD_REQUEST,
                        "cursor-malformed",
                        "Take the cursor from the member next of the page before, or leave it out."));
    }

    private static Mono<ServerResponse> answer(Entry<Assessment> entry) {
        return switch (entry.state()) {
            case Assessment.Assessed assessed ->
                ServerResponse.ok()
                        .header(HttpHeaders.ETAG, Preconditions.etag(entry.version()))
                        .bodyValue(AssessmentView.of(entry, assessed));
            case Assessment.Erased _ -> Mono.error(Problem.of(HttpStatus.GONE, "case-erased", "The case was erased."));
            case Assessment.Unassessed _ -> Mono.error(unknown());
        };
    }

    private static Problem unknown() {
        return Problem.notFound("There is no such assessment.");
    }

    private static String stream(ServerRequest request) {
        return "assessment/" + request.pathVariable("contactId");
    }
}
