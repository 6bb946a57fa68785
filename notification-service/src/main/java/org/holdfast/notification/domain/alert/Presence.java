package org.holdfast.notification.domain.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.holdfast.chassis.decide.Decision;
import org.holdfast.notification.domain.alert.AlertState.Acknowledged;
import org.holdfast.notification.domain.alert.AlertState.Asked;
import org.holdfast.notification.domain.alert.AlertState.Engaged;
import org.holdfast.notification.domain.alert.AlertState.Open;

/** Decides for whoever is, or should be, with the person at risk: a claim to be there grows old and is asked again. */
final class Presence {

    private Presence() {}

    /** A risk that is no more urgent was heard in a contact of the alert: whoever is there is asked. */
    static Decision<AlertEvent> newFact(Engaged engaged, AlertEvent joined, AlertCommand.Raise raise) {
        Open open = (Open) AlertEvolution.evolve(engaged, joined);
        List<AlertEvent> events = new ArrayList<>(List.of(joined));
        events.addAll(asked(
                engaged.person(),
                new Ladder(open.known(), open.episode(), raise.roster(), raise.now()),
                Reason.NEW_FACT));
        return Decision.accepted(events);
    }

    /** It was said so long ago that it is asked again. */
    static Decision<AlertEvent> stillDue(AlertState state, AlertCommand.StillDue command) {
        if (!(state instanceof Engaged engaged) || AlertDecider.before(command.due(), stillUntil(engaged))) {
            return AlertRefusals.staleTimer();
        }
        return Decision.accepted(asked(
                engaged.person(),
                new Ladder(engaged.known(), engaged.episode(), command.roster(), command.now()),
                Reason.STILL_THERE));
    }

    /** Nobody said in time to be with the person. */
    static Decision<AlertEvent> engageDue(AlertState state, AlertCommand.EngageDue command) {
        return switch (state) {
            case Acknowledged held
            when !AlertDecider.before(command.due(), held.due()) ->
                Decision.accepted(
                        notEngaged(held.person(), ladder(held, command), held.nextStep(), Optional.of(held.person())));
            case Asked held
            when !AlertDecider.before(command.due(), held.due()) ->
                Decision.accepted(notEngaged(held.person(), ladder(held, command), 1, Optional.of(held.person())));
            case AlertState other -> AlertRefusals.staleTimer();
        };
    }

    /** When whoever is with the person is asked again (UTC). */
    static Instant stillUntil(Engaged engaged) {
        return engaged.at().plusSeconds(engaged.episode().policy().presenceSeconds());
    }

    /** Who can no longer be called cannot be asked: others are called at once. */
    private static List<AlertEvent> asked(String person, Ladder ladder, Reason reason) {
        return ladder.ask(person, reason)
                .map(List::of)
                .orElseGet(() -> notEngaged(person, ladder, 1, Optional.empty()));
    }

    private static List<AlertEvent> notEngaged(String person, Ladder ladder, int step, Optional<String> also) {
        List<AlertEvent> events = new ArrayList<>();
        events.add(new AlertEvent.NotEngaged(person, ladder.now()));
        events.addAll(ladder.climb(step, Reason.NOT_ENGAGED, also));
        return events;
    }

    private static Ladder ladder(Open open, AlertCommand.EngageDue command) {
        return new Ladder(open.known(), open.episode(), command.roster(), command.now());
    }
}
