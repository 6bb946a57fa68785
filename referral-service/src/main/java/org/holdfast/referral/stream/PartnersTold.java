package org.holdfast.referral.stream;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.holdfast.chassis.journal.Journals;
import org.holdfast.contracts.referral.PartnersPublished;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Tells at each start which partner agencies there are, so that a consent can name no other. */
public final class PartnersTold implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(PartnersTold.class);
    private static final Duration FIRST_WAIT = Duration.ofMillis(500);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private final List<String> partners;
    private final Journals journals;
    private final Clock clock;
    private volatile Disposable telling = Disposables.disposed();

    /** For the ids of these partners. */
    public PartnersTold(List<String> partners, Journals journals, Clock clock) {
        this.partners = List.copyOf(partners);
        this.journals = journals;
        this.clock = clock;
    }

    @Override
    public void start() {
        telling = tell().subscribe();
    }

    @Override
    public void stop() {
        telling.dispose();
    }

    @Override
    public boolean isRunning() {
        return !telling.isDisposed();
    }

    /** After the journal. */
    @Override
    public int getPhase() {
        return 1;
    }

    /** Completes when the broker has it, however long that takes. */
    private Mono<Void> tell() {
        return Mono.defer(() -> journals.tellOnce(
                        "partners/" + clock.instant().toEpochMilli(),
                        List.of(ReferralTold.routine(new PartnersPublished("partners", partners, clock.instant())))))
                .retryWhen(Retry.backoff(Long.MAX_VALUE, FIRST_WAIT)
                        .maxBackoff(LONGEST_WAIT)
                        .doBeforeRetry(signal -> LOG.warn(
                                "The partners could not be told yet: {}",
                                signal.failure().getClass().getSimpleName())));
    }
}
