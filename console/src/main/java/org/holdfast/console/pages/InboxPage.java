package org.holdfast.console.pages;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.holdfast.console.services.Asking;
import org.holdfast.console.services.Caller;
import org.holdfast.console.services.Deed;
import org.holdfast.console.services.ServiceName;
import org.holdfast.console.views.DisclosedView;
import org.holdfast.console.views.InboxRows;
import org.holdfast.console.views.InboxView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What was sent to a partner agency: look, accept or decline, see the person's details, say what came of it. */
public final class InboxPage {

    static final List<String> REASONS = List.of(
            "NO_CAPACITY",
            "NOT_ELIGIBLE",
            "OUT_OF_SERVICE_AREA",
            "LANGUAGE_NOT_OFFERED",
            "LACK_OF_RESOURCES",
            "MISSING_DOCUMENTS",
            "COULD_NOT_CONTACT",
            "UNSAFE_TO_CONTACT",
            "CLIENT_DECLINED",
            "OTHER");
    static final List<String> OUTCOMES = List.of(
            "GOT_HELP",
            "PARTLY_HELPED",
            "REFERRED_ELSEWHERE",
            "NEEDS_CLIENT_ACTION",
            "COULD_NOT_CONTACT",
            "NOT_ELIGIBLE",
            "NO_CAPACITY",
            "LACK_OF_RESOURCES",
            "MISSING_DOCUMENTS",
            "OUT_OF_SERVICE_AREA",
            "CLIENT_DECLINED",
            "COULD_NOT_GET_HELP",
            "DECEASED",
            "UNSAFE_TO_CONTACT",
            "OTHER");
    private static final Comparator<InboxView> WAITING_FIRST = Comparator.comparing(InboxView::waits)
            .reversed()
            .thenComparing(one -> !one.status().equals("ACCEPTED"))
            .thenComparing(InboxView::respondBy);
    private static final String ONE = "/partner/referrals/{id}";

    private final Asking asking;

    public InboxPage(Asking asking) {
        this.asking = asking;
    }

    /** Adds it to the table. */
    public void on(Pages pages) {
        pages.page(HttpMethod.GET, "/inbox", Roles.PARTNER, (request, caller) -> list(request, caller, "inbox"))
                .page(
                        HttpMethod.GET,
                        "/inbox/rows",
                        Roles.PARTNER,
                        (request, caller) -> list(request, caller, "inbox :: rows"))
                .page(HttpMethod.GET, "/inbox/{id}", Roles.PARTNER, this::show)
                .page(HttpMethod.GET, "/inbox/{id}/standing", Roles.PARTNER, this::standing)
                .page(HttpMethod.POST, "/inbox/{id}/person", Roles.PARTNER, this::person)
                .page(
                        HttpMethod.POST,
                        "/inbox/{id}/acceptance",
                        Roles.PARTNER,
                        (request, caller) -> answer(request, caller, "acceptance", true))
                .page(
                        HttpMethod.POST,
                        "/inbox/{id}/decline",
                        Roles.PARTNER,
                        (request, caller) -> answer(request, caller, "decline", true))
                .page(
                        HttpMethod.POST,
                        "/inbox/{id}/outcome",
                        Roles.PARTNER,
                        (request, caller) -> answer(request, caller, "outcome", false));
    }

    private Mono<ServerResponse> list(ServerRequest request, Caller caller, String template) {
        return all(caller).collectSortedList(WAITING_FIRST).flatMap(rows -> {
            long waiting = rows.stream().filter(InboxView::waits).count();
            return Page.show(request, caller, template, Map.of("rows", rows, "waiting", waiting));
        });
    }

    /** However many there are: the service gives them in no order that says which is new. */
    private Flux<InboxView> all(Caller caller) {
        return page(caller, null)
                .expand(rows -> rows.next() == null ? Mono.empty() : page(caller, rows.next()))
                .flatMapIterable(rows -> rows.items() == null ? List.of() : rows.items());
    }

    private Mono<InboxRows> page(Caller caller, @Nullable String after) {
        String first = "/partner/referrals?limit=200";
        return after == null
                ? asking.get(caller, ServiceName.REFERRAL, first, InboxRows.class)
                : asking.get(caller, ServiceName.REFERRAL, first + "&cursor={after}", InboxRows.class, after);
    }

    private Mono<ServerResponse> show(ServerRequest request, Caller caller) {
        return one(request, caller).flatMap(referral -> Page.show(request, caller, "inbox-one", model(referral)));
    }

    /** How it stands now; where nothing is left to do, what was there to do, and the person's details, go from the page. */
    private Mono<ServerResponse> standing(ServerRequest request, Caller caller) {
        return one(request, caller)
                .flatMap(referral -> Page.show(
                        request,
                        caller,
                        "inbox-one :: standing",
                        Map.of("referral", referral, "over", over(referral))));
    }

    private static boolean over(InboxView referral) {
        return !List.of("SENT", "OPENED", "ACCEPTED").contains(referral.status());
    }

    /** By a button and not with the page, because every look is audited. */
    private Mono<ServerResponse> person(ServerRequest request, Caller caller) {
        return Mono.zip(
                        one(request, caller),
                        asking.get(
                                caller,
                                ServiceName.REFERRAL,
                                ONE + "/person",
                                DisclosedView.class,
                                request.pathVariable("id")))
                .flatMap(both -> {
                    Map<String, Object> model = model(both.getT1());
                    model.put("person", both.getT2());
                    return Page.show(request, caller, "inbox-one", model);
                });
    }

    private Mono<InboxView> one(ServerRequest request, Caller caller) {
        return asking.get(caller, ServiceName.REFERRAL, ONE, InboxView.class, request.pathVariable("id"));
    }

    private static Map<String, Object> model(InboxView referral) {
        return new HashMap<>(Map.of("referral", referral, "reasons", REASONS, "outcomes", OUTCOMES));
    }

    private Mono<ServerResponse> answer(ServerRequest request, Caller caller, String what, boolean seen) {
        String id = request.pathVariable("id");
        return Form.of(request).flatMap(form -> {
            Map<String, String> body = new HashMap<>();
            for (String field : List.of("reason", "by", "outcome", "note")) {
                String typed = form.typed(field);
                if (typed != null) {
                    body.put(field, typed);
                }
            }
            Deed deed = Deed.of(ServiceName.REFERRAL, ONE + "/" + what, form.key(), body, id);
            return asking.post(caller, seen ? deed.ifStill(form.text("version")) : deed, InboxView.class)
                    .flatMap(done -> Saved.goOn(request, "/inbox/" + id));
        });
    }
}
