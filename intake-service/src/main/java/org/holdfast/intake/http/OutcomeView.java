package org.holdfast.intake.http;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.holdfast.intake.domain.outcome.AlertNotice;
import org.holdfast.intake.domain.outcome.AlertStanding;
import org.holdfast.intake.domain.outcome.Assessment;
import org.holdfast.intake.domain.outcome.Outcome;
import org.holdfast.intake.domain.outcome.ReferralNotice;
import org.holdfast.intake.domain.outcome.ReferralStanding;
import org.jspecify.annotations.Nullable;

/**
 * What became of a contact, as the operator sees it.
 *
 * @param assessed {@code ASSESSED}, {@code AWAITED}, or {@code NOT ASSESSED} when it should have been by now
 * @param code the code of what was assessed so far; read it together with {@code assessed}
 * @param warnings what the operator must act on now, in words
 */
record OutcomeView(
        String contactId,
        String caseId,
        long version,
        String assessed,
        @Nullable String code,
        @Nullable Instant respondBy,
        List<Assessment.Explained> explanations,
        List<String> mustAsk,
        List<String> flags,
        @Nullable String protocol,
        AlertView alert,
        List<ReferralView> referrals,
        List<Warning> warnings) {

    /** Something that the operator must act on now. */
    record Warning(
            String type,
            String text,
            Instant since,
            @Nullable String phone) {}

    /**
     * The alert.
     *
     * @param state {@code NONE}, {@code AWAITED}, {@code NOT CONFIRMED}, or what last happened to it
     * @param confirmed whether every alarming code has its alert
     */
    record AlertView(
            String state,
            boolean confirmed,
            @Nullable String alertId,
            @Nullable Integer episode,
            @Nullable String code,
            @Nullable Instant raisedAt,
            List<Delivery> delivered,
            @Nullable By acknowledged,
            @Nullable By engaged,
            @Nullable Instant exhaustedAt,
            @Nullable By closed) {}

    /** A page that a provider took. */
    record Delivery(
            @Nullable String person,
            @Nullable String channel,
            @Nullable Integer step,
            Instant at) {}

    /** Who did it, and when. */
    record By(@Nullable String by, Instant when, @Nullable String reason) {}

    /** One referral. */
    record ReferralView(
            String referralId,
            String state,
            Instant at,
            @Nullable String partner,
            @Nullable String service,
            @Nullable Instant respondBy,
            @Nullable Instant sentAt,
            @Nullable Instant acceptedAt,
            @Nullable String reason,
            @Nullable String outcome) {}

    static OutcomeView of(Outcome outcome, long version, Instant now, Silence silence) {
        Assessment assessment = outcome.assessment();
        Assessment.@Nullable Grounds grounds = assessment == null ? null : assessment.grounds();
        boolean silent = outcome.silent(now, silence.assessedWithin());
        return new OutcomeView(
                outcome.subject().contactId(),
                outcome.subject().caseId(),
                version,
                silent ? "NOT ASSESSED" : outcome.assessed() ? "ASSESSED" : "AWAITED",
                assessment == null ? null : assessment.code(),
                assessment == null ? null : assessment.respondBy(),
                grounds == null ? List.of() : grounds.explanations(),
                grounds == null ? List.of() : grounds.mustAsk(),
                grounds == null ? List.of() : grounds.flags(),
                grounds == null ? null : grounds.protocol() + " " + grounds.protocolVersion(),
                alert(outcome, now, silence),
                ReferralStanding.of(outcome).stream().map(OutcomeView::referral).toList(),
                warnings(outcome, now, silence));
    }

    private static List<Warning> warnings(Outcome outcome, Instant now, Silence silence) {
        List<Warning> warnings = new ArrayList<>();
        outcome.unconfirmed(now, silence.alertedWithin())
                .ifPresent(fact -> warnings.add(new Warning(
                        "ALERT_NOT_CONFIRMED",
                        "ALERT NOT CONFIRMED: call the safety net now: " + silence.safetyNetPhone(),
                        fact.heardAt(),
                        silence.safetyNetPhone())));
        if (outcome.silent(now, silence.assessedWithin())) {
            warnings.add(new Warning(
                    "NOT_ASSESSED",
                    "NOT ASSESSED: nobody has assessed the newest answers; go by your own judgement, and in doubt call "
                            + silence.safetyNetPhone(),
                    outcome.told().waitingSince(),
                    silence.safetyNetPhone()));
        }
        return warnings;
    }

    private static AlertView alert(Outcome outcome, Instant now, Silence silence) {
        boolean late = outcome.unconfirmed(now, silence.alertedWithin()).isPresent();
        boolean confirmed = !outcome.awaitingAlert();
        AlertStanding standing = AlertStanding.of(outcome).orElse(null);
        String waiting = late ? "NOT CONFIRMED" : confirmed ? "NONE" : "AWAITED";
        if (standing == null) {
            return new AlertView(waiting, confirmed, null, null, null, null, List.of(), null, null, null, null);
        }
        AlertNotice first = standing.newest().getFirst();
        AlertNotice raised = standing.last(AlertNotice.Kind.RAISED).orElse(null);
        return new AlertView(
                late ? waiting : standing.state().name(),
                confirmed,
                first.alertId(),
                first.episode(),
                raised == null ? null : raised.who().code(),
                raised == null ? null : raised.at(),
                standing.newest().stream()
                        .filter(notice -> notice.kind() == AlertNotice.Kind.DELIVERED)
                        .map(notice -> new Delivery(
                                notice.who().person(),
                                notice.who().channel(),
                                notice.who().step(),
                                notice.at()))
                        .distinct() // a standing that is told again names every delivery once more
                        .toList(),
                by(standing, AlertNotice.Kind.ACKNOWLEDGED),
                by(standing, AlertNotice.Kind.ENGAGED),
                standing.last(AlertNotice.Kind.EXHAUSTED).map(AlertNotice::at).orElse(null),
                by(standing, AlertNotice.Kind.CLOSED));
    }

    private static @Nullable By by(AlertStanding standing, AlertNotice.Kind kind) {
        return standing.last(kind)
                .map(notice ->
                        new By(notice.who().person(), notice.at(), notice.who().code()))
                .orElse(null);
    }

    private static ReferralView referral(ReferralStanding standing) {
        ReferralNotice newest = standing.newest();
        ReferralNotice sent = standing.last(ReferralNotice.Kind.SENT).orElse(null);
        boolean completed = newest.kind() == ReferralNotice.Kind.COMPLETED;
        return new ReferralView(
                newest.referralId(),
                newest.kind().name(),
                newest.at(),
                newest.partner() == null && sent != null ? sent.partner() : newest.partner(),
                sent == null ? null : sent.what().service(),
                sent == null ? null : sent.what().respondBy(),
                sent == null ? null : sent.at(),
                standing.last(ReferralNotice.Kind.ACCEPTED)
                        .map(ReferralNotice::at)
                        .orElse(null),
                completed ? null : newest.what().reason(),
                completed ? newest.what().reason() : null);
    }
}
