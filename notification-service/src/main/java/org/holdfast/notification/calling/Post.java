package org.holdfast.notification.calling;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.holdfast.notification.delivery.Courier;
import org.holdfast.notification.delivery.Letter;
import org.holdfast.notification.domain.alert.AlertCommand.Outcome;
import org.holdfast.notification.domain.alert.Episode;
import org.holdfast.notification.domain.alert.Page;
import org.holdfast.notification.domain.alert.Reason;
import org.holdfast.notification.domain.roster.Channel;
import org.holdfast.notification.domain.roster.Person;
import org.holdfast.notification.domain.roster.Roster;
import org.holdfast.notification.store.Link;
import org.holdfast.notification.store.Rosters;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Makes a letter of a page, keeps its link, and gives it to the courier of its channel. */
public final class Post {

    private final Map<Channel, Courier> couriers = new EnumMap<>(Channel.class);
    private final Rosters rosters;
    private final LinkBook links;
    private final ChannelWatch watch;
    private final MeterRegistry meters;
    private final Clock clock;

    public Post(
            List<Courier> couriers,
            Rosters rosters,
            LinkBook links,
            ChannelWatch watch,
            MeterRegistry meters,
            Clock clock) {
        couriers.forEach(courier -> this.couriers.put(courier.channel(), courier));
        this.rosters = rosters;
        this.links = links;
        this.watch = watch;
        this.meters = meters;
        this.clock = clock;
        for (Channel channel : Channel.values()) {
            for (Outcome outcome : Outcome.values()) {
                count(channel, outcome, 0);
            }
        }
    }

    /** Tries the page once; fails only when the store does. */
    Mono<Outcome> send(Episode episode, Page page, Reason reason) {
        Link link = new Link(episode.alertId(), episode.number(), page.sequence(), page.person());
        return address(rosters.recent(), rosters::recentSecret, page)
                // whom somebody else put on the rota just now is called by what is read anew
                .switchIfEmpty(Mono.defer(() -> address(rosters.current(), rosters::secret, page)))
                .flatMap(to -> links.write(link, clock.instant()).map(shown -> letter(page, to, reason, shown)))
                .doOnNext(letter -> first(episode, page, reason))
                .flatMap(courier(page.channel())::carry)
                .flatMap(outcome -> outcome == Outcome.GONE && page.channel() == Channel.WEBHOOK
                        ? rosters.webhookOff(page.person()).thenReturn(outcome)
                        : Mono.just(outcome))
                .defaultIfEmpty(Outcome.GONE)
                .doOnNext(outcome -> count(page, outcome));
    }

    private record To(String address, @Nullable String secret) {}

    private static Mono<To> address(Mono<Roster> roster, Function<String, Mono<String>> secrets, Page page) {
        return roster.flatMap(read -> Mono.justOrEmpty(read.person(page.person())))
                .flatMap(person -> address(person, secrets, page.channel()));
    }

    private static Mono<To> address(Person person, Function<String, Mono<String>> secrets, Channel channel) {
        String address = channel == Channel.EMAIL ? person.email() : person.webhook();
        if (address == null) {
            return Mono.empty();
        }
        return channel == Channel.EMAIL
                ? Mono.just(new To(address, null))
                : secrets.apply(person.id()).map(secret -> new To(address, secret));
    }

    private Letter letter(Page page, To to, Reason reason, LinkBook.Shown link) {
        return new Letter(page.id(), to.address(), to.secret(), reason, link.url(), link.digits(), clock.instant());
    }

    private Courier courier(Channel channel) {
        Courier courier = couriers.get(channel);
        if (courier == null) {
            throw new IllegalStateException("Nobody carries " + channel);
        }
        return courier;
    }

    private void first(Episode episode, Page page, Reason reason) {
        if (reason == Reason.RAISED && page.attempt() == 1) {
            meters.timer("holdfast.alerts.first.request").record(Duration.between(episode.raisedAt(), clock.instant()));
        }
    }

    private void count(Page page, Outcome outcome) {
        watch.ended(page.channel(), outcome);
        count(page.channel(), outcome, 1);
    }

    private void count(Channel channel, Outcome outcome, int more) {
        String way = channel.name().toLowerCase(Locale.ROOT);
        String result = outcome.name().toLowerCase(Locale.ROOT);
        meters.counter("holdfast.alerts.deliveries", "channel", way, "result", result)
                .increment(more);
    }
}
