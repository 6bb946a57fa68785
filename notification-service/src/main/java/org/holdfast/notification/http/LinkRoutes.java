package org.holdfast.notification.http;

import java.time.Clock;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.holdfast.chassis.journal.Cause;
import org.holdfast.chassis.security.Routes;
import org.holdfast.notification.calling.AlertIds;
import org.holdfast.notification.calling.Alerts;
import org.holdfast.notification.domain.alert.AlertCommand;
import org.holdfast.notification.domain.alert.AlertState;
import org.holdfast.notification.store.Link;
import org.holdfast.notification.store.LinkTokens;
import org.holdfast.notification.store.Links;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpMethod;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/** One-time links: opening one changes nothing; the two digits of the message take the alert on. */
public final class LinkRoutes {

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final Pattern DIGITS = Pattern.compile("[0-9]{2}");

    private final Alerts alerts;
    private final Links links;
    private final LinkTokens tokens;
    private final Clock clock;

    public LinkRoutes(Alerts alerts, Links links, LinkTokens tokens, Clock clock) {
        this.alerts = alerts;
        this.links = links;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** The routes, open to whoever has the link. */
    public Routes routes() {
        return Routes.routes()
                .open(HttpMethod.GET, "/a/{token}", this::show)
                .open(
                        HttpMethod.POST,
                        "/a/{token}/acknowledgement",
                        request -> post(
                                request,
                                "acknowledgement",
                                link -> new AlertCommand.Acknowledge(link.person(), link.sequence(), clock.instant())))
                .open(
                        HttpMethod.POST,
                        "/a/{token}/engagement",
                        request -> post(
                                request,
                                "engagement",
                                link -> new AlertCommand.Engage(link.person(), link.sequence(), clock.instant())))
                .build();
    }

    private Mono<ServerResponse> show(ServerRequest request) {
        String token = request.pathVariable("token");
        return known(token, links::find)
                .flatMap(this::page)
                .defaultIfEmpty(LinkPage.OVER)
                .flatMap(page -> page.answer(token));
    }

    private Mono<ServerResponse> post(ServerRequest request, String action, Function<Link, AlertCommand> command) {
        String token = request.pathVariable("token");
        return form(request).flatMap(form -> {
            String digits = String.valueOf(form.getFirst("digits")).strip();
            if (!DIGITS.matcher(digits).matches()) {
                return known(token, links::find)
                        .flatMap(this::page)
                        .defaultIfEmpty(LinkPage.OVER)
                        .flatMap(page -> page.asks() ? page.again(token) : page.answer(token));
            }
            return known(token, links::beginTry)
                    .flatMap(link -> tokens.matches(link, digits)
                            ? links.rightTry(token).then(Mono.defer(() -> act(token, action, link, command)))
                            : known(token, links::find).flatMap(this::page).flatMap(page -> page.again(token)))
                    .switchIfEmpty(Mono.defer(() -> LinkPage.OVER.answer(token)));
        });
    }

    /** What cannot be read, or is far too long, counts as nothing typed. */
    private static Mono<MultiValueMap<String, String>> form(ServerRequest request) {
        return request.formData()
                .onErrorResume(
                        e -> e instanceof IllegalArgumentException
                                || e instanceof DecodingException
                                || e instanceof DataBufferLimitException
                                || e instanceof ResponseStatusException,
                        e -> Mono.just(new LinkedMultiValueMap<>()));
    }

    private Mono<ServerResponse> act(String token, String action, Link link, Function<Link, AlertCommand> command) {
        String id = String.join(
                "/", "link", action, link.alert(), "" + link.episode(), "" + link.sequence(), link.person());
        Cause cause = new Cause(id, "", link.person(), clock.instant(), null, false);
        return stream(link)
                .flatMap(stream -> alerts.load(stream)
                        .filter(entry -> ofItsEpisode(entry.state(), link))
                        .flatMap(entry -> alerts.ask(stream, command.apply(link), cause)))
                .flatMap(handled -> page(link))
                .defaultIfEmpty(LinkPage.OVER)
                .flatMap(page -> page.answer(token));
    }

    /** What the link leads to as the alert stands. */
    private Mono<LinkPage> page(Link link) {
        return stream(link)
                .flatMap(alerts::load)
                .map(entry -> page(entry.state(), link))
                .defaultIfEmpty(LinkPage.OVER);
    }

    private static LinkPage page(AlertState state, Link link) {
        if (!ofItsEpisode(state, link)) {
            return LinkPage.OVER;
        }
        return switch (state) {
            case AlertState.Calling calling -> link.sequence() >= calling.linksFrom() ? LinkPage.TAKE : LinkPage.OVER;
            case AlertState.Acknowledged held when !held.person().equals(link.person()) -> LinkPage.TAKEN;
            case AlertState.Acknowledged held -> link.sequence() >= held.linksFrom() ? LinkPage.GO : LinkPage.OVER;
            case AlertState.Engaged held -> held.person().equals(link.person()) ? LinkPage.THERE : LinkPage.TAKEN;
            case AlertState.Asked held when !held.person().equals(link.person()) -> LinkPage.TAKEN;
            case AlertState.Asked held -> link.sequence() >= held.linksFrom() ? LinkPage.STAY : LinkPage.OVER;
            case AlertState.Closed closed -> LinkPage.OVER;
            case AlertState.Quiet quiet -> LinkPage.OVER;
        };
    }

    private static boolean ofItsEpisode(AlertState state, Link link) {
        return state instanceof AlertState.Told told && told.episode().number() == link.episode();
    }

    private static Mono<String> stream(Link link) {
        return Mono.justOrEmpty(AlertIds.stream(link.alert()));
    }

    private static Mono<Link> known(String token, Function<String, Mono<Link>> look) {
        return TOKEN.matcher(token).matches() ? look.apply(token) : Mono.empty();
    }
}
