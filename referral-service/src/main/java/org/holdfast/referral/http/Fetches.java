package org.holdfast.referral.http;

import java.time.Clock;
import java.util.UUID;
import org.holdfast.chassis.journal.Cause;
import org.holdfast.chassis.journal.Handling;
import org.holdfast.chassis.journal.Recorded;
import org.holdfast.referral.domain.Fetching;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Who asked for the details of the person of a referral, and when; written before anything is asked. */
public final class Fetches {

    /** The kind of stream that remembers it. */
    public static final String KIND = "fetching";

    private final Handling<Fetching.Asked, Fetching.AskForDetails, Fetching.DetailsAsked> fetching;
    private final Clock clock;

    public Fetches(Handling<Fetching.Asked, Fetching.AskForDetails, Fetching.DetailsAsked> fetching, Clock clock) {
        this.fetching = fetching;
        this.clock = clock;
    }

    /** Each request counts: there is no key by which one would repeat another. */
    Mono<Void> note(String referralId, String actor) {
        Cause cause = new Cause("http/" + UUID.randomUUID(), "", actor, clock.instant(), null, false);
        return fetching.handle(stream(referralId), new Fetching.AskForDetails(cause.time()), cause)
                .then();
    }

    Flux<Recorded<Fetching.DetailsAsked>> of(String referralId) {
        return fetching.history(stream(referralId));
    }

    private static String stream(String referralId) {
        return KIND + "/" + referralId;
    }
}
