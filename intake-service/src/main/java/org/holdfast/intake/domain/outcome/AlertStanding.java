package org.holdfast.intake.domain.outcome;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How the newest episode of the alert stands.
 *
 * @param state the newest thing that happened to it
 * @param newest its notices, by version
 */
public record AlertStanding(AlertNotice.Kind state, List<AlertNotice> newest) {

    public AlertStanding {
        newest = List.copyOf(newest);
    }

    /** Stands for an alert that a code asks for and that was not heard of yet. */
    public static final String AWAITED = "awaited";

    /** The alert with which nobody is done, {@link #AWAITED} where one must be on its way, or empty. */
    public static Optional<String> open(Outcome outcome) {
        Optional<String> open = of(outcome)
                .filter(standing ->
                        standing.state() != AlertNotice.Kind.ENGAGED && standing.state() != AlertNotice.Kind.CLOSED)
                .map(standing -> standing.newest().getFirst().alertId());
        return open.isEmpty() && outcome.awaitingAlert() ? Optional.of(AWAITED) : open;
    }

    /** How it stands, or empty when no alert was heard of. */
    public static Optional<AlertStanding> of(Outcome outcome) {
        int episode =
                outcome.alerts().stream().mapToInt(AlertNotice::episode).max().orElse(0);
        List<AlertNotice> notices = outcome.alerts().stream()
                .filter(notice -> notice.episode() == episode)
                .toList();
        return notices.isEmpty() ? Optional.empty() : Optional.of(new AlertStanding(state(notices), notices));
    }

    /** The newest notice of that kind. */
    public Optional<AlertNotice> last(AlertNotice.Kind kind) {
        return newest.stream()
                .filter(notice -> notice.kind() == kind)
                .max(Comparator.comparingLong(AlertNotice::version));
    }

    /** A page that arrives late takes nothing back: it counts only where the alert was not answered since it rang. */
    private static AlertNotice.Kind state(List<AlertNotice> notices) {
        Optional<AlertNotice> turn = notices.stream()
                .filter(notice -> notice.kind() != AlertNotice.Kind.DELIVERED)
                .max(Comparator.comparingLong(AlertNotice::version).thenComparing(AlertNotice::kind));
        boolean ringing = turn.map(AlertNotice::kind).orElse(AlertNotice.Kind.RAISED) == AlertNotice.Kind.RAISED;
        long since = turn.map(AlertNotice::version).orElse(0L);
        boolean delivered = notices.stream()
                .anyMatch(notice -> notice.kind() == AlertNotice.Kind.DELIVERED && notice.version() >= since);
        return ringing && delivered
                ? AlertNotice.Kind.DELIVERED
                : turn.map(AlertNotice::kind).orElse(AlertNotice.Kind.RAISED);
    }
}
