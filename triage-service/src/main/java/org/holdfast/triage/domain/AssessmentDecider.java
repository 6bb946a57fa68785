package org.holdfast.triage.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.holdfast.chassis.decide.Decider;
import org.holdfast.chassis.decide.Decision;
import org.holdfast.chassis.decide.Refusal;
import org.holdfast.triage.domain.Assessment.Assessed;
import org.holdfast.triage.domain.Assessment.Erased;
import org.holdfast.triage.domain.Assessment.Pick;
import org.holdfast.triage.domain.Assessment.Unassessed;
import org.holdfast.triage.domain.protocol.Code;
import org.holdfast.triage.domain.protocol.Protocol;
import org.holdfast.triage.domain.protocol.Reached;
import org.holdfast.triage.domain.protocol.Reading;
import org.holdfast.triage.domain.protocol.Said;

/** Decides how urgent the response to a contact is. Software raises; only a person picks among the least urgent codes. */
public final class AssessmentDecider implements Decider<Assessment, TriageCommand, TriageEvent> {

    static final Comparator<Reached> MOST_URGENT =
            Comparator.comparing(Reached::floor).thenComparing(Reached::rule);

    @Override
    public Assessment initial() {
        return new Unassessed();
    }

    @Override
    public Decision<TriageEvent> decide(Assessment state, TriageCommand command) {
        return switch (command) {
            case TriageCommand.Assess assess -> assess(state, assess);
            case TriageCommand.ChooseCode choose -> choose(state, choose);
            case TriageCommand.EraseAssessment(String caseId, Instant now) ->
                state instanceof Erased
                        ? Decision.accepted()
                        : Decision.accepted(new TriageEvent.AssessmentErased(caseId, now));
        };
    }

    private static Decision<TriageEvent> assess(Assessment state, TriageCommand.Assess command) {
        return switch (state) {
            case Erased _ ->
                Decision.refused(Refusal.gone("case-erased", "The case was erased; nothing is assessed any more."));
            case Unassessed _ -> assessed(nothing(command.contact()), command, true);
            case Assessed known -> assessed(known, command, false);
        };
    }

    private static Decision<TriageEvent> assessed(Assessed known, TriageCommand.Assess command, boolean first) {
        ContactFacts heard = command.contact();
        ContactFacts joined = Join.of(known.contact(), heard);
        Map<String, List<Said>> news = Join.news(known.contact(), heard);
        Reading reading = Reading.of(command.protocol(), joined.items());
        List<Reached> newly = newly(known.reached(), reading.reached(), command.now());
        List<Reached> reached =
                Stream.concat(known.reached().stream(), newly.stream()).toList();
        Outcome outcome = new Outcomes(command.protocol(), joined, reading)
                .of(reached, known.outcome().flags(), known.pick());
        boolean newer = first || heard.version() > known.contact().version();
        if (!newer && news.isEmpty() && outcome.equals(known.outcome())) {
            return Decision.accepted();
        }
        List<TriageEvent> events = new ArrayList<>();
        ContactFacts fresh = new ContactFacts(
                joined.contactId(), joined.caseId(), joined.version(), joined.closed(), joined.openedAt(), news);
        events.add(new TriageEvent.ContactAssessed(fresh, newly, outcome));
        urgency(joined, newly, outcome.code(), command.protocol())
                .or(() -> urgentAgain(known, joined, outcome.code(), command))
                .ifPresent(events::add);
        if (!known.referralCalled() && calls(command.protocol(), outcome.code())) {
            events.add(new TriageEvent.ReferralCalled(outcome.code(), command.now()));
        }
        return Decision.accepted(events);
    }

    private static boolean calls(Protocol protocol, Code code) {
        return protocol.policy().referral().contains(code);
    }

    /** A clock that runs ahead at the desk must not postpone the window. */
    private static List<Reached> newly(List<Reached> before, List<Reached> now, Instant present) {
        return now.stream()
                .filter(rule ->
                        before.stream().noneMatch(old -> old.rule().equals(rule.rule()) && old.floor() == rule.floor()))
                .map(rule -> rule.at().isAfter(present)
                        ? new Reached(
                                rule.rule(),
                                rule.floor(),
                                rule.evidence(),
                                rule.source(),
                                rule.protocolVersion(),
                                present)
                        : rule)
                .toList();
    }

    /**
     * New risk is told though the code stands already: the alert for what was known may be closed. A rule fires for the first
     * time only once for each floor, so a fact is never told twice.
     */
    private static Optional<TriageEvent> urgency(
            ContactFacts contact, List<Reached> newly, Code code, Protocol protocol) {
        return newly.stream()
                .filter(rule -> rule.floor().urgent())
                .min(MOST_URGENT)
                .map(rule -> {
                    Instant since = newly.stream()
                            .filter(other -> other.floor() == rule.floor())
                            .map(Reached::at)
                            .min(Comparator.naturalOrder())
                            .orElse(rule.at());
                    return new TriageEvent.UrgencyReached(
                            contact.contactId() + "." + rule.floor() + "." + rule.rule(),
                            code,
                            contact.version(),
                            since,
                            protocol.window(code).from(since),
                            rule.rule());
                });
    }

    /** Each version of the contact can say it again once; where an alert is open, the fact only joins it. */
    private static Optional<TriageEvent> urgentAgain(
            Assessed known, ContactFacts joined, Code code, TriageCommand.Assess command) {
        if (known.urgent().isEmpty()) {
            return Optional.empty();
        }
        return Again.of(command.protocol(), known.contact(), joined)
                .map(rule -> new TriageEvent.UrgencyReached(
                        joined.contactId() + "." + rule.floor() + "." + rule.rule() + ".v" + joined.version(),
                        code,
                        joined.version(),
                        rule.at(),
                        command.protocol().window(code).from(rule.at()),
                        rule.rule()));
    }

    private static Decision<TriageEvent> choose(Assessment state, TriageCommand.ChooseCode command) {
        if (!command.code().choosable()) {
            return Decision.refused(Refusal.invalid("code-not-choosable", "Choose E, F or G.", "/code"));
        }
        return switch (state) {
            case Unassessed _ -> Decision.refused(Refusal.notFound("not-found", "There is no such assessment."));
            case Erased _ -> Decision.refused(Refusal.gone("case-erased", "The case was erased."));
            case Assessed known -> chosen(known, command);
        };
    }

    private static Decision<TriageEvent> chosen(Assessed known, TriageCommand.ChooseCode command) {
        Code now = known.outcome().code();
        Pick before = known.pick();
        boolean repicked =
                before != null && before.code() == now && command.code().moreUrgentThan(now);
        if (before != null && before.code() == command.code() && now == command.code()) {
            return Decision.accepted();
        }
        ContactFacts contact = known.contact();
        Reading reading = Reading.of(command.protocol(), contact.items());
        boolean unread = now == Code.UNTRIAGED && reading.standing() == Reading.Standing.UNREAD;
        if (now != Code.OPERATOR_CHOICE && !repicked && !unread) {
            return Decision.refused(
                    Refusal.conflict(
                            "choice-not-open",
                            "A code can be picked only where no rule fired and a suicide screen is complete with no throughout."));
        }
        Pick pick = new Pick(command.code(), command.now());
        Outcome outcome = new Outcomes(command.protocol(), contact, reading)
                .of(known.reached(), known.outcome().flags(), pick);
        TriageEvent chosen = new TriageEvent.CodeChosen(pick, outcome);
        return known.referralCalled() || !calls(command.protocol(), outcome.code())
                ? Decision.accepted(chosen)
                : Decision.accepted(chosen, new TriageEvent.ReferralCalled(outcome.code(), command.now()));
    }

    @Override
    public Assessment evolve(Assessment state, TriageEvent event) {
        return switch (event) {
            case TriageEvent.ContactAssessed(ContactFacts heard, List<Reached> reached, Outcome outcome) -> {
                Assessed known = state instanceof Assessed assessed ? assessed : nothing(heard);
                yield new Assessed(
                        Join.of(known.contact(), heard),
                        Stream.concat(known.reached().stream(), reached.stream())
                                .toList(),
                        outcome,
                        known.pick(),
                        known.referralCalled(),
                        known.urgent());
            }
            case TriageEvent.UrgencyReached fact ->
                state instanceof Assessed known
                        ? new Assessed(
                                known.contact(),
                                known.reached(),
                                known.outcome(),
                                known.pick(),
                                known.referralCalled(),
                                Stream.concat(known.urgent().stream(), Stream.of(fact))
                                        .toList())
                        : state;
            case TriageEvent.ReferralCalled _ ->
                state instanceof Assessed known
                        ? new Assessed(
                                known.contact(), known.reached(), known.outcome(), known.pick(), true, known.urgent())
                        : state;
            case TriageEvent.CodeChosen(Pick pick, Outcome outcome) ->
                state instanceof Assessed known
                        ? new Assessed(
                                known.contact(), known.reached(), outcome, pick, known.referralCalled(), known.urgent())
                        : state;
            case TriageEvent.AssessmentErased(String caseId, Instant at) -> new Erased(caseId, at);
        };
    }

    private static Assessed nothing(ContactFacts contact) {
        ContactFacts blank = new ContactFacts(
                contact.contactId(), contact.caseId(), 0, false, contact.openedAt(), Collections.emptyMap());
        SortedSet<String> none = new TreeSet<>();
        Outcome unknown = new Outcome(
                Code.OPERATOR_CHOICE,
                new Outcome.Due(contact.openedAt(), null),
                List.of(),
                List.of(),
                none,
                new Outcome.ProtocolName("", ""));
        return new Assessed(blank, List.of(), unknown, null, false, List.of());
    }
}
