package org.holdfast.notification.calling;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.holdfast.chassis.journal.Entry;
import org.holdfast.chassis.journal.Projection;
import org.holdfast.chassis.trace.Spans;
import org.holdfast.chassis.trace.Step;
import org.holdfast.notification.domain.alert.AlertCommand.Outcome;
import org.holdfast.notification.domain.alert.AlertEvent;
import org.holdfast.notification.domain.alert.AlertState;
import org.holdfast.notification.domain.alert.Page;
import org.holdfast.notification.domain.alert.PageState;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Sends the pages that a decision wants, beside the path of everything else, and records how each try ended. */
final class PagesSent implements Projection<AlertState, AlertEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(PagesSent.class);

    /** Together with the deadline of a try less than the time after which a page without a record is sent again. */
    private static final Retry WHILE_THE_STORE_IS_AWAY =
            Retry.backoff(6, Duration.ofMillis(200)).maxBackoff(Duration.ofSeconds(4));

    /** How a page is recorded, and how it is tried again when nobody knows how far it came. */
    interface Recording {
        Mono<?> record(String stream, Page page, Outcome outcome);

        Mono<?> tryAgain(String stream, Page page);
    }

    private final Post post;
    private final Recording recording;
    private final Spans spans;
    private final Set<String> onTheirWay = ConcurrentHashMap.newKeySet();
    private final GivenTries given = new GivenTries();

    PagesSent(Post post, Recording recording, Spans spans) {
        this.post = post;
        this.recording = recording;
        this.spans = spans;
    }

    @Override
    public Mono<Void> project(Entry<AlertState> entry, List<AlertEvent> events) {
        return Mono.deferContextual(context -> {
            if (!(entry.state() instanceof AlertState.Summoning summoning)) {
                return Mono.empty();
            }
            if (events.isEmpty()) {
                orphans(entry.stream(), summoning);
                return Mono.empty();
            }
            events.stream()
                    .flatMap(event -> pages(event, summoning))
                    .forEach(page -> send(entry.stream(), summoning, page, Spans.traceOf(context)));
            return Mono.empty();
        });
    }

    /** An instance died between the decision and its pages: they are decided once more, so that no two instances send. */
    private void orphans(String stream, AlertState.Summoning summoning) {
        summoning.episode().pages().stream()
                .filter(page -> page.sequence() == summoning.known().sequence())
                .filter(page -> page.state() == PageState.SENDING && !onTheirWay.contains(page.id()))
                .forEach(page -> recording
                        .tryAgain(stream, page)
                        .subscribe(done -> {}, e -> LOG.warn("Page {} waits for its timer", page.id())));
    }

    private static Stream<Page> pages(AlertEvent event, AlertState.Summoning summoning) {
        return switch (event) {
            case AlertEvent.Called called -> called.pages().stream();
            case AlertEvent.PageTried tried -> summoning.episode().page(tried.pageId()).stream();
            default -> Stream.empty();
        };
    }

    private Mono<Outcome> sent(AlertState.Summoning summoning, Page page, @Nullable String trace) {
        return Mono.defer(() -> {
            Step step = spans.delivering(page.channel().name().toLowerCase(Locale.ROOT), trace);
            return post.send(summoning.episode(), page, summoning.reason())
                    .doOnSuccess(outcome -> step.end(outcome.name()))
                    .doOnError(step::failed);
        });
    }

    private void send(String stream, AlertState.Summoning summoning, Page page, @Nullable String trace) {
        if (!given.isFirst(page)) {
            return;
        }
        onTheirWay.add(page.id());
        sent(summoning, page, trace)
                .onErrorResume(e -> {
                    LOG.warn("Page {} failed with {}", page.id(), e.getClass().getSimpleName());
                    return Mono.just(Outcome.FAILED);
                })
                .flatMap(outcome -> Mono.defer(() -> recording.record(stream, page, outcome))
                        .retryWhen(WHILE_THE_STORE_IS_AWAY))
                .doFinally(end -> onTheirWay.remove(page.id()))
                .subscribe(
                        done -> {},
                        e -> LOG.warn(
                                "Page {} could not be recorded: {}",
                                page.id(),
                                e.getClass().getSimpleName()));
    }
}
