package org.holdfast.console.views;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of a contact. */
public record OutcomeView(
        String contactId,
        String caseId,
        String assessed,
        @Nullable String code,
        @Nullable Instant respondBy,
        List<WhyView> explanations,
        List<String> mustAsk,
        List<String> flags,
        @Nullable String protocol,
        AlertView alert,
        List<ReferralView> referrals,
        List<WarningView> warnings) {

    /** A rule that fired, and why. */
    public record WhyView(String rule, String floor, List<EvidenceView> evidence, String source) {}

    /** An answer behind a rule. */
    public record EvidenceView(
            @Nullable String item, @Nullable String value) {}

    /** How the alert stands. */
    public record AlertView(
            String state,
            boolean confirmed,
            @Nullable String alertId,
            @Nullable String code,
            @Nullable Instant raisedAt,
            List<DeliveredView> delivered,
            @Nullable ByView acknowledged,
            @Nullable ByView engaged,
            @Nullable Instant exhaustedAt,
            @Nullable ByView closed) {

        /** Raising and whoever was reached, in the order of time; a page that came before belongs to an earlier raising. */
        public List<Line> lines() {
            List<Line> lines = new ArrayList<>();
            delivered.forEach(page -> lines.add(new Line(page.at(), page, false)));
            if (raisedAt != null) {
                boolean again = delivered.stream()
                        .anyMatch(page -> page.at() != null && page.at().isBefore(raisedAt));
                lines.add(0, new Line(raisedAt, null, again));
            }
            lines.sort(Comparator.comparing(Line::at, Comparator.nullsLast(Comparator.naturalOrder())));
            return lines;
        }
    }

    /** One line of an alert: somebody was reached, or it was raised. */
    public record Line(@Nullable Instant at, @Nullable DeliveredView page, boolean again) {}

    /** A page that reached somebody. */
    public record DeliveredView(
            @Nullable String person,
            @Nullable String channel,
            @Nullable Integer step,
            @Nullable Instant at) {}

    /** Who did it, and when. */
    public record ByView(
            @Nullable String by,
            @Nullable Instant when,
            @Nullable String reason) {}

    /** How a referral stands. */
    public record ReferralView(
            String referralId,
            String state,
            Instant at,
            @Nullable String partner,
            @Nullable String service,
            @Nullable Instant respondBy,
            @Nullable String reason,
            @Nullable String outcome) {}

    /** What is wrong, in words. */
    public record WarningView(
            String type,
            String text,
            Instant since,
            @Nullable String phone) {}
}
