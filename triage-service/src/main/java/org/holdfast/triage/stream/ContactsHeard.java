package org.holdfast.triage.stream;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.holdfast.chassis.journal.Handled;
import org.holdfast.chassis.journal.Handling;
import org.holdfast.chassis.stream.Heard;
import org.holdfast.chassis.vault.Vault;
import org.holdfast.contracts.intake.CaseErased;
import org.holdfast.contracts.intake.ContactRecorded;
import org.holdfast.contracts.intake.HeldValue;
import org.holdfast.contracts.intake.ItemValues;
import org.holdfast.triage.domain.Assessment;
import org.holdfast.triage.domain.ContactFacts;
import org.holdfast.triage.domain.TriageCommand;
import org.holdfast.triage.domain.TriageEvent;
import org.holdfast.triage.domain.protocol.Protocol;
import org.holdfast.triage.domain.protocol.Said;
import reactor.core.publisher.Mono;

/** Hears what intake tells of contacts, on both lanes, and assesses it. */
public final class ContactsHeard {

    private final Handling<Assessment, TriageCommand, TriageEvent> assessments;
    private final Protocol protocol;
    private final Vault vault;
    private final CasesErased erasing;
    private final Clock clock;

    /** With the protocol in force. */
    public ContactsHeard(
            Handling<Assessment, TriageCommand, TriageEvent> assessments,
            Protocol protocol,
            Vault vault,
            CasesErased erasing,
            Clock clock) {
        this.assessments = assessments;
        this.protocol = protocol;
        this.vault = vault;
        this.erasing = erasing;
        this.clock = clock;
    }

    /** The name of an assessment's stream. */
    public static String stream(String contactId) {
        return "assessment/" + contactId;
    }

    /** Completes when it is decided. */
    public Mono<?> hear(Heard<?> heard) {
        return hear(heard, vault::erased);
    }

    /** The same for what can wait for a moment in which others come. */
    public Mono<?> hearRoutine(Heard<?> heard) {
        return hear(heard, vault::erasedSoon);
    }

    private Mono<?> hear(Heard<?> heard, Function<String, Mono<Boolean>> erasedBefore) {
        return switch (heard.message()) {
            case ContactRecorded contact ->
                erasedBefore.apply(contact.caseId()).flatMap(erased -> erased ? Mono.empty() : assess(heard, contact));
            case CaseErased erased -> erasing.erase(heard, erased.caseId());
            default -> Mono.empty();
        };
    }

    private Mono<Void> assess(Heard<?> heard, ContactRecorded contact) {
        Instant now = clock.instant();
        String stream = stream(contact.contactId());
        TriageCommand command = new TriageCommand.Assess(facts(contact), protocol, now);
        Mono<Handled<Assessment, TriageEvent>> assessed = contact.version() == 1 && !heard.retold()
                ? assessments.begin(stream, command, heard.cause(now))
                : assessments.handle(stream, command, heard.cause(now));
        return assessed.flatMap(handled -> {
            boolean nothingNew = handled instanceof Handled.Done<Assessment, TriageEvent> done
                    && (done.repeated() || done.events().isEmpty());
            return heard.retold() && nothingNew ? assessments.retell(stream) : Mono.empty();
        });
    }

    private static ContactFacts facts(ContactRecorded contact) {
        Map<String, List<Said>> items = new TreeMap<>();
        for (ItemValues item : contact.items()) {
            List<Said> values = items.computeIfAbsent(item.item(), _ -> new ArrayList<>());
            item.values().forEach(value -> values.add(said(value, contact)));
        }
        return new ContactFacts(
                contact.contactId(),
                contact.caseId(),
                contact.version(),
                contact.status().equals("CLOSED"),
                contact.openedAt(),
                items);
    }

    /** A value that is missing in the message was something that could not be read, and so is unknown. */
    private static Said said(HeldValue value, ContactRecorded contact) {
        return new Said(
                Objects.requireNonNullElse(value.value(), "UNRECOGNISED"),
                value.version(),
                Objects.requireNonNullElse(value.at(), contact.at()));
    }
}
