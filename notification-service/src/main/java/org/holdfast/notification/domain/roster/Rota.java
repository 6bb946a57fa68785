package org.holdfast.notification.domain.roster;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Optional;

/**
 * People who take turns, in closed form: the k-th hand-off is at {@code start + k x every}, counted on the wall clock. A
 * wall-clock time that does not exist becomes the first instant that does; one that exists twice is the earlier.
 *
 * @param id names the rota
 * @param participants the ids of the people, in the order of their turns
 * @param zone whose wall clock counts
 * @param start the wall-clock time of hand-off 0, to the first participant; turns before it count backwards
 * @param unit in what {@code every} is counted
 * @param every the length of a turn, at least 1
 */
public record Rota(String id, List<String> participants, ZoneId zone, LocalDateTime start, TurnUnit unit, int every) {

    public Rota {
        participants = participants == null ? List.of() : List.copyOf(participants);
    }

    /** Whose turn it is, if there is anybody. */
    public Optional<Shift> onCall(Instant at) {
        return onCall(at, 0);
    }

    /** The person whose turn comes {@code ahead} turns later, with the shift of now; none if that comes round to somebody nearer. */
    public Optional<Shift> onCall(Instant at, int ahead) {
        if (ahead < 0 || ahead >= participants.size()) {
            return Optional.empty();
        }
        long turn = turnAt(at);
        String person = participants.get((int) Math.floorMod(turn + ahead, (long) participants.size()));
        return Optional.of(new Shift(person, handOff(turn), handOff(turn + 1)));
    }

    /** The instant of the k-th hand-off; k may be negative. */
    public Instant handOff(long k) {
        return instantOf(start.plus(Math.multiplyExact(k, (long) every), unit.unit()), zone);
    }

    /** The last turn that began at or before the instant; of turns without length the later one. */
    private long turnAt(Instant at) {
        long whole = unit.unit().between(start, LocalDateTime.ofInstant(at, zone));
        long turn = Math.floorDiv(whole, (long) every);
        while (handOff(turn).isAfter(at)) {
            turn--;
        }
        while (!handOff(turn + 1).isAfter(at)) {
            turn++;
        }
        return turn;
    }

    static Instant instantOf(LocalDateTime wallClock, ZoneId zone) {
        ZoneOffsetTransition transition = zone.getRules().getTransition(wallClock);
        if (transition != null && transition.isGap()) {
            return transition.getInstant();
        }
        return wallClock.toInstant(zone.getRules().getValidOffsets(wallClock).getFirst());
    }
}
