package org.holdfast.notification.domain.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.holdfast.chassis.decide.Decider;
import org.holdfast.chassis.decide.Decision;
import org.holdfast.notification.domain.alert.AlertState.Acknowledged;
import org.holdfast.notification.domain.alert.AlertState.Asked;
import org.holdfast.notification.domain.alert.AlertState.Calling;
import org.holdfast.notification.domain.alert.AlertState.Closed;
import org.holdfast.notification.domain.alert.AlertState.Engaged;
import org.holdfast.notification.domain.alert.AlertState.Exhausted;
import org.holdfast.notification.domain.alert.AlertState.Open;
import org.holdfast.notification.domain.alert.AlertState.Quiet;
import org.holdfast.notification.domain.alert.AlertState.Ringing;
import org.holdfast.notification.domain.alert.AlertState.Told;
import org.holdfast.notification.domain.roster.Code;
import org.jspecify.annotations.Nullable;

/** Decides for the alert of one case. */
public final class AlertDecider implements Decider<AlertState, AlertCommand, AlertEvent> {

    @Override
    public AlertState initial() {
        return new Quiet(Known.NOTHING);
    }

    @Override
    public AlertState evolve(AlertState state, AlertEvent event) {
        return AlertEvolution.evolve(state, event);
    }

    @Override
    public Map<String, Instant> timers(AlertState state) {
        return AlertTimers.of(state);
    }

    @Override
    public Decision<AlertEvent> decide(AlertState state, AlertCommand command) {
        return switch (command) {
            case AlertCommand.Raise raise -> raise(state, raise);
            case AlertCommand.RecordDelivery record -> Paging.record(state, record);
            case AlertCommand.PageDue due -> Paging.due(state, due);
            case AlertCommand.Acknowledge acknowledge -> acknowledge(state, acknowledge);
            case AlertCommand.Engage engage -> engage(state, engage);
            case AlertCommand.Close close -> close(state, close);
            case AlertCommand.StepDue due -> stepDue(state, due);
            case AlertCommand.EngageDue due -> Presence.engageDue(state, due);
            case AlertCommand.StillDue due -> Presence.stillDue(state, due);
            case AlertCommand.SafetyNetDue due -> safetyNetDue(state, due);
            case AlertCommand.Resolve resolve -> resolve(state, resolve);
        };
    }

    private static Decision<AlertEvent> raise(AlertState state, AlertCommand.Raise raise) {
        if (state.known().facts().contains(raise.factId())) {
            return Decision.accepted();
        }
        if (!(state instanceof Open open)) {
            return opened(state, raise);
        }
        return open.lessUrgentThan(raise.code()) ? again(open, raise, Reason.MORE_URGENT) : joined(open, raise);
    }

    /** Nobody knows what a letter says that could not be read, so another one rings unless people are being called. */
    private static Decision<AlertEvent> joined(Open open, AlertCommand.Raise raise) {
        AlertEvent joined = new AlertEvent.FactJoined(raise.factId(), raise.contactId(), raise.now());
        return switch (open) {
            case Calling calling -> Decision.accepted(joined);
            case Open other
            when !other.episode().ofACase() -> climbing(other, joined, raise, Reason.RAISED, holder(other));
            case Acknowledged held -> Decision.accepted(joined);
            case Engaged held when covers(held, raise) -> Presence.newFact(held, joined, raise);
            case Asked held when covers(held, raise) -> Decision.accepted(joined);
            case Engaged held -> again(held, raise, Reason.HEARD_ELSEWHERE);
            case Asked held -> again(held, raise, Reason.HEARD_ELSEWHERE);
        };
    }

    private static boolean covers(Open open, AlertCommand.Raise raise) {
        return open.episode().contacts().contains(raise.contactId());
    }

    private static Decision<AlertEvent> again(Open open, AlertCommand.Raise raise, Reason reason) {
        Code code = open.lessUrgentThan(raise.code())
                ? raise.code()
                : open.episode().code();
        var raised = new AlertEvent.RaisedAgain(
                raise.factId(),
                raise.contactId(),
                code,
                raise.roster().policy(code),
                raise.roster().safetyNet().everySeconds(),
                raise.now());
        return climbing(open, raised, raise, reason, holder(open));
    }

    private static Decision<AlertEvent> opened(AlertState state, AlertCommand.Raise raise) {
        var raised = new AlertEvent.Raised(
                raise.factId(),
                raise.contactId(),
                raise.caseId(),
                raise.code(),
                state.known().episodes() + 1,
                raise.roster().policy(raise.code()),
                raise.roster().safetyNet().everySeconds(),
                raise.now());
        return climbing(state, raised, raise, Reason.RAISED, Optional.empty());
    }

    private static Decision<AlertEvent> climbing(
            AlertState state, AlertEvent raised, AlertCommand.Raise raise, Reason reason, Optional<String> also) {
        List<AlertEvent> events = new ArrayList<>(List.of(raised));
        Told next = (Told) AlertEvolution.evolve(state, raised);
        events.addAll(new Ladder(next.known(), next.episode(), raise.roster(), raise.now()).climb(1, reason, also));
        return Decision.accepted(events);
    }

    private static Optional<String> holder(Open open) {
        return switch (open) {
            case Acknowledged acknowledged -> Optional.of(acknowledged.person());
            case Engaged engaged -> Optional.of(engaged.person());
            case Asked asked -> Optional.of(asked.person());
            case Calling calling -> Optional.empty();
        };
    }

    private static Decision<AlertEvent> acknowledge(AlertState state, AlertCommand.Acknowledge command) {
        return switch (state) {
            case Quiet quiet -> AlertRefusals.unknown();
            case Closed closed -> AlertRefusals.closed();
            case Acknowledged held -> heldBy(held.person(), command.person());
            case Engaged held -> heldBy(held.person(), command.person());
            case Asked held -> heldBy(held.person(), command.person());
            case Calling calling ->
                counts(command.sequence(), calling.linksFrom())
                        ? Decision.accepted(acknowledged(calling, command.person(), command.now()))
                        : AlertRefusals.stepOver();
        };
    }

    private static Decision<AlertEvent> engage(AlertState state, AlertCommand.Engage command) {
        String person = command.person();
        AlertEvent engaged = new AlertEvent.Engaged(person, command.now());
        return switch (state) {
            case Quiet quiet -> AlertRefusals.unknown();
            case Closed closed -> AlertRefusals.closed();
            case Engaged held -> heldBy(held.person(), person);
            case Acknowledged held when !held.person().equals(person) -> AlertRefusals.acknowledgedBy(held.person());
            case Asked held when !held.person().equals(person) -> AlertRefusals.acknowledgedBy(held.person());
            case Acknowledged held ->
                counts(command.sequence(), held.linksFrom()) ? Decision.accepted(engaged) : AlertRefusals.stepOver();
            case Asked held ->
                counts(command.sequence(), held.linksFrom()) ? Decision.accepted(engaged) : AlertRefusals.stepOver();
            case Calling calling ->
                counts(command.sequence(), calling.linksFrom())
                        ? Decision.accepted(acknowledged(calling, person, command.now()), engaged)
                        : AlertRefusals.stepOver();
        };
    }

    private static Decision<AlertEvent> close(AlertState state, AlertCommand.Close command) {
        return switch (state) {
            case Quiet quiet -> AlertRefusals.unknown();
            case Closed closed -> AlertRefusals.closed();
            case Open open ->
                Decision.accepted(new AlertEvent.Closed(command.person(), command.reason(), command.now()));
        };
    }

    private static Decision<AlertEvent> stepDue(AlertState state, AlertCommand.StepDue command) {
        if (!(state instanceof Ringing ringing) || before(command.due(), ringing.due())) {
            return AlertRefusals.staleTimer();
        }
        return Decision.accepted(new Ladder(ringing.known(), ringing.episode(), command.roster(), command.now())
                .climb(ringing.nextStep(), Reason.NOT_ACKNOWLEDGED, Optional.empty()));
    }

    private static Decision<AlertEvent> safetyNetDue(AlertState state, AlertCommand.SafetyNetDue command) {
        if (!(state instanceof Exhausted exhausted) || before(command.due(), exhausted.due())) {
            return AlertRefusals.staleTimer();
        }
        return Decision.accepted(new Ladder(exhausted.known(), exhausted.episode(), command.roster(), command.now())
                .safetyNet(Optional.empty()));
    }

    private static Decision<AlertEvent> resolve(AlertState state, AlertCommand.Resolve command) {
        if (!(state instanceof Ringing ringing)) {
            return Decision.accepted();
        }
        List<Page> missing =
                new Ladder(ringing.known(), ringing.episode(), command.roster(), command.now()).missing(ringing.step());
        return missing.isEmpty()
                ? Decision.accepted()
                : Decision.accepted(new AlertEvent.CalledToo(missing, command.now()));
    }

    private static AlertEvent acknowledged(Calling calling, String person, Instant now) {
        return new AlertEvent.Acknowledged(person, now.plusSeconds(calling.engageSeconds()), now);
    }

    private static Decision<AlertEvent> heldBy(String holder, String person) {
        return holder.equals(person) ? Decision.accepted() : AlertRefusals.acknowledgedBy(holder);
    }

    private static boolean counts(@Nullable Integer sequence, int from) {
        return sequence == null || sequence >= from;
    }

    /** Timers are kept in milliseconds, so nothing finer counts. */
    static boolean before(Instant due, Instant wanted) {
        return due.toEpochMilli() < wanted.toEpochMilli();
    }
}
