package org.holdfast.console.views;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A referral as the desk sees it. */
public record ProposalView(
        String referralId,
        String contactId,
        String caseId,
        long version,
        String status,
        String need,
        @Nullable String partner,
        @Nullable String serviceId,
        @Nullable Instant respondBy,
        @Nullable String fellBack,
        @Nullable String reason,
        @Nullable String outcome,
        boolean hasNote,
        @Nullable List<CandidateView> candidates) {

    private static final Set<String> ENDS = Set.of("DECLINED", "EXPIRED", "CANCELLED", "COMPLETED");

    /** Whether it can still be taken back; a status that nobody knows yet is tried, and the service says. */
    public boolean open() {
        return !ENDS.contains(status);
    }

    /** A service that might help. */
    public record CandidateView(
            String serviceId,
            @Nullable String name,
            @Nullable String organization,
            boolean takesReferrals,
            @Nullable String partner,
            @Nullable Double distanceKm,
            @Nullable List<VerdictView> verdicts,
            @Nullable List<PhoneView> phones) {}

    /** One reason for or against it. */
    public record VerdictView(
            String criterion, String result, @Nullable String value) {}

    /** A number to call. */
    public record PhoneView(String number, @Nullable String description, boolean doubtful) {}
}
