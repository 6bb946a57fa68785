package org.holdfast.notification.domain.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.holdfast.notification.domain.roster.Callee;
import org.holdfast.notification.domain.roster.Roster;
import org.holdfast.notification.domain.roster.Step;

/** Climbs an episode's policy: the next step that reaches anybody, else the safety net. */
record Ladder(Known known, Episode episode, Roster roster, Instant now) {

    /**
     * Calls the first step from {@code from} on that reaches anybody; if none is left, the safety net.
     *
     * @param also who is called besides, because they had acknowledged before
     */
    List<AlertEvent> climb(int from, Reason reason, Optional<String> also) {
        List<AlertEvent> events = new ArrayList<>();
        List<Step> steps = episode.policy().steps();
        for (int number = from; number <= steps.size(); number++) {
            Step step = steps.get(number - 1);
            List<Callee> callees = roster.callees(step, now);
            if (callees.isEmpty()) {
                events.add(new AlertEvent.StepSkipped(number, now));
                continue;
            }
            int sequence = known.sequence() + 1;
            Instant due = now.plusSeconds(step.ackSeconds());
            events.add(new AlertEvent.StepRang(
                    number, sequence, reason, pages(with(callees, also), number, sequence), due, now));
            return events;
        }
        events.add(new AlertEvent.RanOut(reason, now));
        events.add(safetyNet(also));
        return events;
    }

    /** Asks whoever is with the person to say so again; empty where nothing reaches that person. */
    Optional<AlertEvent> ask(String person, Reason reason) {
        int sequence = known.sequence() + 1;
        List<Page> pages = pages(roster.callee(person).stream().toList(), 0, sequence);
        Instant due = now.plusSeconds(episode.policy().engageSeconds());
        return pages.isEmpty()
                ? Optional.empty()
                : Optional.of(new AlertEvent.AskedAgain(person, reason, sequence, pages, due, now));
    }

    /** Calls the safety net, and wants it called again; also when it reaches nobody now, because that may change. */
    AlertEvent safetyNet(Optional<String> also) {
        int sequence = known.sequence() + 1;
        List<Page> pages = pages(with(roster.safetyNetCallees(), also), 0, sequence);
        return new AlertEvent.SafetyNetRang(sequence, pages, now.plusSeconds(episode.safetyNetSeconds()), now);
    }

    /** Pages for those whom the step calls now and who were not called in this sequence. */
    List<Page> missing(int number) {
        Set<String> called = new LinkedHashSet<>();
        episode.pages().stream()
                .filter(page -> page.sequence() == known.sequence())
                .forEach(page -> called.add(page.person()));
        List<Callee> callees = roster.callees(episode.policy().steps().get(number - 1), now).stream()
                .filter(callee -> !called.contains(callee.person()))
                .toList();
        return pages(callees, number, known.sequence());
    }

    private List<Callee> with(List<Callee> callees, Optional<String> also) {
        Stream<Callee> more = also.flatMap(roster::callee).stream()
                .filter(callee ->
                        callees.stream().noneMatch(called -> called.person().equals(callee.person())));
        return Stream.concat(callees.stream(), more).toList();
    }

    private List<Page> pages(List<Callee> callees, int step, int sequence) {
        return callees.stream()
                .flatMap(callee -> callee.channels().stream()
                        .map(channel -> Page.first(episode, callee.person(), channel, step, sequence, now)))
                .toList();
    }
}
