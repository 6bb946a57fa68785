package org.holdfast.notification.domain.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.holdfast.chassis.decide.Decider;
import org.holdfast.chassis.decide.Decision;
import org.holdfast.notification.domain.alert.AlertState.Acknowledged;
import org.holdfast.notification.domain.alert.AlertState.Calling;
import org.holdfast.notification.domain.alert.AlertState.Closed;
import org.holdfast.notification.domain.alert.AlertState.Engaged;
import org.holdfast.notification.domain.alert.AlertState.Exhausted;
import org.holdfast.notification.domain.alert.AlertState.Open;
import org.holdfast.notification.domain.alert.AlertState.Quiet;
import org.holdfast.notification.domain.alert.AlertState.Ringing;
import org.holdfast.notification.domain.alert.AlertState.Told;
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
            case AlertCommand.EngageDue due -> engageDue(state, due);
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
        if (!open.lessUrgentThan(raise.code())) {
            return joined(open, raise);
        }
        var raised = new AlertEvent.RaisedHigher(
                raise.factId(),
                raise.contactId(),
                raise.code(),
                raise.roster().policy(raise.code()),
                raise.roster().safetyNet().everySeconds(),
                raise.now());
        return climbing(open, raised, raise, Reason.MORE_URGENT, holder(open));
    }

    /** Rings only for another letter that nobody could read while nobody is called: nobody knows what it says. */
    private static Decision<AlertEvent> joined(Open open, AlertCommand.Raise raise) {
        AlertEvent joined = new AlertEvent.FactJoined(raise.factId(), raise.contactId(), raise.now());
        return open.episode().ofACase() || open instanceof Calling
                ? Decision.accepted(joined)
                : climbing(open, joined, raise, Reason.RAISED, holder(open));
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
            case Calling calling -> Optional.empty();
        };
    }

    private static Decision<AlertEvent> acknowledge(AlertState state, AlertCommand.Acknowledge command) {
        return switch (state) {
            case Quiet quiet -> AlertRefusals.unknown();
            case Closed closed -> AlertRefusals.closed();
            case Acknowledged held -> heldBy(held.person(), command.person());
            case Engaged held -> heldBy(held.person(), command.person());
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
            case Acknowledged held ->
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

    private static Decision<AlertEvent> engageDue(AlertState state, AlertCommand.EngageDue command) {
        if (!(state instanceof Acknowledged held) || before(command.due(), held.due())) {
            return AlertRefusals.staleTimer();
        }
        List<AlertEvent> events = new ArrayList<>();
        events.add(new AlertEvent.NotEngaged(held.person(), command.now()));
        events.addAll(new Ladder(held.known(), held.episode(), command.roster(), command.now())
                .climb(held.nextStep(), Reason.NOT_ENGAGED, Optional.of(held.person())));
        return Decision.accepted(events);
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
