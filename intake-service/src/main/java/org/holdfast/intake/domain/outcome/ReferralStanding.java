package org.holdfast.intake.domain.outcome;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How one referral stands.
 *
 * @param newest the newest thing that happened to it
 * @param notices everything that happened to it, by version
 */
public record ReferralStanding(ReferralNotice newest, List<ReferralNotice> notices) {

    public ReferralStanding {
        notices = List.copyOf(notices);
    }

    /** Every referral of the contact, in the order in which they began. */
    public static List<ReferralStanding> of(Outcome outcome) {
        Map<String, List<ReferralNotice>> byId = new LinkedHashMap<>();
        outcome.referrals()
                .forEach(notice -> byId.computeIfAbsent(notice.referralId(), id -> new ArrayList<>())
                        .add(notice));
        return byId.values().stream()
                .map(notices -> new ReferralStanding(notices.getLast(), notices))
                .sorted(Comparator.comparing(one -> one.notices().getFirst().at()))
                .toList();
    }

    /** The referral of that id, if it was heard of. */
    public static Optional<ReferralStanding> of(Outcome outcome, String referralId) {
        return of(outcome).stream()
                .filter(one -> one.newest().referralId().equals(referralId))
                .findFirst();
    }

    /** The newest notice of that kind. */
    public Optional<ReferralNotice> last(ReferralNotice.Kind kind) {
        return notices.stream().filter(notice -> notice.kind() == kind).reduce((before, after) -> after);
    }

    /** Whether it ended before anybody could accept it. */
    public boolean over() {
        return newest.kind() == ReferralNotice.Kind.CANCELLED || newest.kind() == ReferralNotice.Kind.EXPIRED;
    }

    /** The acceptance, while it stands: not followed by a cancellation, an expiry, or a sending to somebody else. */
    public Optional<ReferralNotice> standingAcceptance() {
        return switch (newest.kind()) {
            case ACCEPTED, COMPLETED -> last(ReferralNotice.Kind.ACCEPTED);
            case PROPOSED, SENT, OPENED, DECLINED, EXPIRED, CANCELLED -> Optional.empty();
        };
    }
}
