package org.holdfast.intake.domain.outcome;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of one contact. Hearing the same twice, late or in another order leads to the same outcome.
 *
 * @param subject whose outcome it is
 * @param told what intake told of the contact
 * @param assessment what triage made of it, once it did
 * @param reached the alarming codes that were reached
 * @param alerts what happened to the alert, by version
 * @param referrals what happened to the referrals, by version
 */
public record Outcome(
        Subject subject,
        Telling told,
        @Nullable Assessment assessment,
        List<Reached> reached,
        List<AlertNotice> alerts,
        List<ReferralNotice> referrals) {

    private static final int MOST_DELIVERIES = 100;

    /**
     * Whose outcome it is.
     *
     * @param erased whether the case was erased; then nothing else is kept
     */
    public record Subject(String contactId, String caseId, boolean erased) {}

    public Outcome {
        reached = List.copyOf(reached);
        alerts = List.copyOf(alerts);
        referrals = List.copyOf(referrals);
    }

    /** Nothing was heard yet. */
    public static Outcome of(String contactId, String caseId) {
        return new Outcome(
                new Subject(contactId, caseId, false), Telling.NOTHING, null, List.of(), List.of(), List.of());
    }

    /** The contact was told to the others at this version. */
    public Outcome told(long version, Instant at) {
        long assessed = assessment == null ? 0 : assessment.contactVersion();
        return subject.erased()
                ? this
                : new Outcome(subject, told.and(version, at, assessed), assessment, reached, alerts, referrals);
    }

    /** It travels on the urgent lane: nothing of it stands in a queue. */
    public Outcome urgently() {
        return subject.erased() || !told.canQueue()
                ? this
                : new Outcome(subject, told.urgently(), assessment, reached, alerts, referrals);
    }

    /** Triage assessed; {@code heardAt} is when intake heard of it. */
    public Outcome heard(Assessment newer, Instant heardAt) {
        if (subject.erased() || (assessment != null && !newer.newerThan(assessment))) {
            return this;
        }
        Outcome after = new Outcome(subject, told.assessed(newer.contactVersion()), newer, reached, alerts, referrals);
        boolean alarm = Codes.alarming(newer.code())
                && reached.stream().noneMatch(fact -> Codes.atLeastAsUrgent(fact.code(), newer.code()));
        return alarm ? after.heard(new Reached("", newer.code(), newer.at(), heardAt)) : after;
    }

    /** Triage told that an alarming code was reached. */
    public Outcome heard(Reached fact) {
        boolean known = reached.stream()
                .anyMatch(before -> before.factId().equals(fact.factId())
                        && (!fact.factId().isEmpty() || before.code().equals(fact.code())));
        return subject.erased() || known
                ? this
                : new Outcome(subject, told, assessment, with(reached, fact), alerts, referrals);
    }

    /** Notification told what happened to the alert. */
    public Outcome heard(AlertNotice notice) {
        if (subject.erased() || alerts.contains(notice)) {
            return this;
        }
        List<AlertNotice> all = new ArrayList<>(with(alerts, notice));
        all.sort(Comparator.comparingInt(AlertNotice::episode)
                .thenComparingLong(AlertNotice::version)
                .thenComparing(AlertNotice::kind)
                .thenComparing(AlertNotice::at)
                .thenComparing(one -> one.who().toString()));
        long deliveries = all.stream().filter(Outcome::delivery).count();
        if (deliveries > MOST_DELIVERIES) {
            all.remove(all.stream().filter(Outcome::delivery).findFirst().orElseThrow());
        }
        return new Outcome(subject, told, assessment, reached, all, referrals);
    }

    /** Referral told what happened to a referral. */
    public Outcome heard(ReferralNotice notice) {
        if (subject.erased() || referrals.contains(notice)) {
            return this;
        }
        List<ReferralNotice> all = new ArrayList<>(with(referrals, notice));
        all.sort(Comparator.comparing(ReferralNotice::referralId)
                .thenComparingLong(ReferralNotice::version)
                .thenComparing(ReferralNotice::kind)
                .thenComparing(ReferralNotice::at));
        return new Outcome(subject, told, assessment, reached, alerts, all);
    }

    /** The case was erased: nothing is kept, nothing more is heard. */
    public Outcome erased() {
        Outcome nothing = of(subject.contactId(), subject.caseId());
        return new Outcome(
                new Subject(subject.contactId(), subject.caseId(), true),
                nothing.told(),
                null,
                List.of(),
                List.of(),
                List.of());
    }

    /** Whether triage has assessed the newest version that was told. */
    public boolean assessed() {
        return assessment != null && assessment.contactVersion() >= told.version();
    }

    /** Whether triage has said of what was told last that it is alarming: then its assessment is on its way, on a routine topic. */
    public boolean reachedByNow() {
        return reached.stream()
                .anyMatch(fact -> !fact.factId().isEmpty() && !fact.reachedAt().isBefore(told.at()));
    }

    /** Whether any version should have been assessed by now; those that were told since postpone nothing. */
    public boolean silent(Instant now, Duration within) {
        return !subject.erased()
                && !assessed()
                && now.isAfter(told.waitingSince().plus(within));
    }

    /** The code for everything that was told, or null while the newest version is not assessed. */
    public @Nullable String settledCode() {
        return assessment != null && assessed() ? assessment.code() : null;
    }

    /** The alarming code of which no alert was heard in time, with when it was first known. */
    public Optional<Reached> unconfirmed(Instant now, Duration within) {
        return reached.stream()
                .filter(fact -> !confirmed(fact) && now.isAfter(fact.heardAt().plus(within)))
                .min(Comparator.comparing(Reached::heardAt));
    }

    /** Whether an alert is wanted that was not heard of yet, in time or not. */
    public boolean awaitingAlert() {
        return reached.stream().anyMatch(fact -> !confirmed(fact));
    }

    private boolean confirmed(Reached fact) {
        return alerts.stream()
                .filter(notice -> notice.kind() == AlertNotice.Kind.RAISED)
                .anyMatch(raised -> fact.factId().equals(raised.who().factId())
                        || (ringsFor(raised, fact.code())
                                && (fact.factId().isEmpty() || !closedBefore(raised.episode(), fact.reachedAt()))));
    }

    private static boolean ringsFor(AlertNotice raised, String code) {
        String rings = raised.who().code();
        return rings != null && Codes.atLeastAsUrgent(rings, code);
    }

    private boolean closedBefore(int episode, Instant instant) {
        return alerts.stream()
                .anyMatch(notice -> notice.kind() == AlertNotice.Kind.CLOSED
                        && notice.episode() == episode
                        && notice.at().isBefore(instant));
    }

    private static boolean delivery(AlertNotice notice) {
        return notice.kind() == AlertNotice.Kind.DELIVERED;
    }

    private static <T> List<T> with(List<T> list, T more) {
        List<T> all = new ArrayList<>(list);
        all.add(more);
        return all;
    }
}
