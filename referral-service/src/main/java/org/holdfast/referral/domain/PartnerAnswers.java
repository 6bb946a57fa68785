package org.holdfast.referral.domain;

import static org.holdfast.chassis.decide.Decision.accepted;
import static org.holdfast.chassis.decide.Decision.refused;

import java.time.Instant;
import java.util.function.Supplier;
import org.holdfast.chassis.decide.Decision;
import org.holdfast.referral.domain.ReferralCommand.OfPartner;
import org.holdfast.referral.domain.ReferralState.Awaiting;
import org.holdfast.referral.domain.ReferralState.Directed;
import org.holdfast.referral.domain.ReferralState.Known;

/** What the partner agency may answer; for any other agency the referral is not there. */
final class PartnerAnswers {

    private PartnerAnswers() {}

    static Decision<ReferralEvent> decide(Known known, OfPartner command) {
        if (!(known instanceof Directed directed)
                || !directed.sending().partner().equals(command.partner())) {
            return refused(Refusals.NOT_FOUND);
        }
        return switch (command) {
            case ReferralCommand.Open open -> open(directed, open);
            case ReferralCommand.Accept accept -> accept(directed, accept);
            case ReferralCommand.Decline decline -> decline(directed, decline);
            case ReferralCommand.ReportOutcome report -> report(directed, report);
        };
    }

    private static Decision<ReferralEvent> open(Directed directed, ReferralCommand.Open open) {
        boolean first = directed instanceof ReferralState.Sent && open.now().isBefore(directed.respondBy());
        return first ? accepted(new ReferralEvent.ReferralOpened(open.now())) : accepted();
    }

    private static Decision<ReferralEvent> accept(Directed directed, ReferralCommand.Accept accept) {
        return switch (directed) {
            case ReferralState.Accepted taken -> accepted();
            case Awaiting awaiting ->
                inTime(awaiting, accept.now(), () -> new ReferralEvent.ReferralAccepted(accept.now()));
            default -> refused(Refusals.CLOSED);
        };
    }

    private static Decision<ReferralEvent> decline(Directed directed, ReferralCommand.Decline decline) {
        if (decline.reason() == DeclineReason.OTHER && decline.noteRef() == null) {
            return refused(Refusals.NOTE_REQUIRED);
        }
        return switch (directed) {
            case ReferralState.Declined declined
            when declined.reason() == decline.reason() && declined.by() == decline.by() -> accepted();
            case ReferralState.Accepted taken -> refused(Refusals.ALREADY_ACCEPTED);
            case Awaiting awaiting ->
                inTime(
                        awaiting,
                        decline.now(),
                        () -> new ReferralEvent.ReferralDeclined(
                                decline.reason(), decline.by(), decline.noteRef(), decline.now()));
            default -> refused(Refusals.CLOSED);
        };
    }

    private static Decision<ReferralEvent> report(Directed directed, ReferralCommand.ReportOutcome report) {
        if (report.outcome() == Outcome.OTHER && report.noteRef() == null) {
            return refused(Refusals.NOTE_REQUIRED);
        }
        return switch (directed) {
            case ReferralState.Accepted taken ->
                accepted(new ReferralEvent.ReferralCompleted(report.outcome(), report.noteRef(), report.now()));
            case ReferralState.Completed completed when completed.outcome() == report.outcome() -> accepted();
            case Awaiting awaiting -> refused(Refusals.NOT_ACCEPTED);
            default -> refused(Refusals.CLOSED);
        };
    }

    private static Decision<ReferralEvent> inTime(Awaiting awaiting, Instant now, Supplier<ReferralEvent> event) {
        return now.isBefore(awaiting.respondBy()) ? accepted(event.get()) : refused(Refusals.TOO_LATE);
    }
}
