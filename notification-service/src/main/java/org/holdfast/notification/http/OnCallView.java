package org.holdfast.notification.http;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.holdfast.notification.domain.roster.Callee;
import org.holdfast.notification.domain.roster.Code;
import org.holdfast.notification.domain.roster.Person;
import org.holdfast.notification.domain.roster.Roster;
import org.holdfast.notification.domain.roster.Shift;

/**
 * Who would be called at an instant.
 *
 * @param at the instant (UTC)
 * @param rotas the shift of each rota that has one, by the rota's id
 * @param steps for each code, whom each step would call; an empty step is skipped
 * @param safetyNet who is called when nobody answers
 * @param unreachable people of the roster without any way that is open
 */
record OnCallView(
        Instant at,
        Map<String, Shift> rotas,
        Map<Code, List<List<String>>> steps,
        List<String> safetyNet,
        List<String> unreachable) {

    static OnCallView of(Roster roster, Instant at) {
        Map<String, Shift> rotas = new TreeMap<>();
        roster.rotas().forEach(rota -> rota.onCall(at).ifPresent(shift -> rotas.put(rota.id(), shift)));
        Map<Code, List<List<String>>> steps = new TreeMap<>();
        for (Code code : Code.values()) {
            List<List<String>> all = new ArrayList<>();
            roster.policy(code).steps().forEach(step -> all.add(ids(roster.callees(step, at))));
            steps.put(code, all);
        }
        List<String> unreachable = roster.people().stream()
                .filter(person -> person.channels().isEmpty())
                .map(Person::id)
                .toList();
        return new OnCallView(at, rotas, steps, ids(roster.safetyNetCallees()), unreachable);
    }

    private static List<String> ids(List<Callee> callees) {
        return callees.stream().map(Callee::person).toList();
    }
}
