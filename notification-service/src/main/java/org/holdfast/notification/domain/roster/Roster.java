package org.holdfast.notification.domain.roster;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything that says who is called: rotas, people, the policy of each code, and the safety net under them all.
 *
 * @param version rises by one with each change
 * @param rotas who takes turns
 * @param people who can be called
 * @param policies the steps of each code; a code without one goes to the safety net at once
 * @param safetyNet who is called when nobody answered
 */
public record Roster(
        long version, List<Rota> rotas, List<Person> people, Map<Code, CodePolicy> policies, SafetyNet safetyNet) {

    /** What a code without a policy gets: no steps, and five minutes to be with the person. */
    static final CodePolicy NO_POLICY = new CodePolicy(List.of(), 300);

    public Roster {
        rotas = rotas == null ? List.of() : List.copyOf(rotas);
        people = people == null ? List.of() : List.copyOf(people);
        policies = policies == null ? Map.of() : Map.copyOf(policies);
        safetyNet = safetyNet == null ? new SafetyNet(List.of(), 120) : safetyNet;
    }

    /** The steps of the code. */
    public CodePolicy policy(Code code) {
        return policies.getOrDefault(code, NO_POLICY);
    }

    /** The people that a step calls now and who can be reached; empty means that the step is skipped. */
    public List<Callee> callees(Step step, Instant now) {
        return switch (step.call()) {
            case ON_CALL ->
                rotas.stream()
                        .filter(rota -> rota.id().equals(step.rota()))
                        .flatMap(rota -> rota.onCall(now, step.turnsAhead()).stream())
                        .flatMap(shift -> callee(shift.person()).stream())
                        .toList();
            case PERSON ->
                step.person() == null
                        ? List.of()
                        : callee(step.person()).stream().toList();
            case EVERYONE -> reachable(people.stream().map(Person::id));
        };
    }

    /** The safety net's people who can be reached. */
    public List<Callee> safetyNetCallees() {
        return reachable(safetyNet.people().stream());
    }

    /** The person, if there is one of that id with a way that is open. */
    public Optional<Callee> callee(String person) {
        return person(person)
                .filter(found -> !found.channels().isEmpty())
                .map(found -> new Callee(found.id(), found.channels()));
    }

    /** The person of that id. */
    public Optional<Person> person(String id) {
        return people.stream().filter(person -> person.id().equals(id)).findFirst();
    }

    /** The same roster, where that person is no longer called by webhook; unchanged if that would leave the safety net empty. */
    public Roster withWebhookOff(String person) {
        List<Person> changed = people.stream()
                .map(each -> each.id().equals(person) ? each.withWebhookOff() : each)
                .toList();
        Roster next = new Roster(version + 1, rotas, changed, policies, safetyNet);
        return changed.equals(people) || next.safetyNetCallees().isEmpty() ? this : next;
    }

    /** The same people without any step, so that only the safety net is called. */
    public Roster safetyNetOnly() {
        return new Roster(version, rotas, people, Map.of(), safetyNet);
    }

    /** What is wrong with it; empty if nothing is. */
    public List<RosterFault> faults() {
        return new RosterCheck(this).faults();
    }

    private List<Callee> reachable(Stream<String> ids) {
        return ids.distinct().flatMap(id -> callee(id).stream()).toList();
    }
}
