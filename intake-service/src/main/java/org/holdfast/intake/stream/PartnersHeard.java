package org.holdfast.intake.stream;

import org.holdfast.chassis.stream.Heard;
import org.holdfast.contracts.referral.PartnersPublished;
import org.holdfast.intake.store.Agencies;
import org.holdfast.intake.store.PublishedPartners;
import reactor.core.publisher.Mono;

/** Hears which partner agencies there are. */
public final class PartnersHeard {

    private final Agencies agencies;

    /** Keeps what it hears there. */
    public PartnersHeard(Agencies agencies) {
        this.agencies = agencies;
    }

    /** Hears one message of {@code partners}. */
    public Mono<?> hear(Heard<?> heard) {
        return heard.message() instanceof PartnersPublished published
                ? agencies.heard(new PublishedPartners(published.partners(), published.at()))
                : Mono.empty();
    }
}
