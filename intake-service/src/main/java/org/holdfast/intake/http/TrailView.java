package org.holdfast.intake.http;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.holdfast.chassis.journal.Recorded;
import org.holdfast.intake.domain.ContactEvent;
import org.holdfast.intake.domain.Given;
import org.holdfast.intake.domain.Scope;
import org.holdfast.intake.store.TrailEntry;
import org.jspecify.annotations.Nullable;

/** One line of a case's trail; ids and codes only. */
record TrailView(
        Instant at,
        String service,
        String what,
        String subject,
        long version,
        @Nullable String actor,
        @Nullable String trace,
        Map<String, String> facts) {

    private static final List<String> ALERT =
            List.of("Raised", "Delivered", "Acknowledged", "Engaged", "Exhausted", "Closed");

    TrailView {
        // by name, so that it reads the same at every start
        facts = new TreeMap<>(facts);
    }

    /** The order of what one decision told at once, as the alerts' own document gives it. */
    int rank() {
        return ALERT.indexOf(what.replaceFirst("^Alert", ""));
    }

    static TrailView of(TrailEntry entry) {
        return new TrailView(
                entry.at(),
                entry.service(),
                entry.what(),
                entry.subject(),
                entry.version(),
                null,
                entry.trace(),
                entry.facts());
    }

    static List<TrailView> of(String contactId, Recorded<ContactEvent> recorded) {
        return recorded.events().stream()
                .map(event -> new TrailView(
                        recorded.time(),
                        "intake",
                        event.getClass().getSimpleName(),
                        contactId,
                        recorded.version(),
                        recorded.actor(),
                        recorded.trace(),
                        facts(event)))
                .toList();
    }

    private static Map<String, String> facts(ContactEvent event) {
        return switch (event) {
            case ContactEvent.ContactOpened opened ->
                Map.of(
                        "channel", opened.opening().channel().name(),
                        "lane", lane(opened.urgent()),
                        "answers", answers(opened.answers()));
            case ContactEvent.AnswersGiven given ->
                Map.of("answers", answers(given.answers()), "lane", lane(given.urgent()));
            case ContactEvent.NoteWritten written -> Map.of("noteId", written.noteId());
            case ContactEvent.DetailsChanged changed ->
                changed.change().removed().isEmpty()
                        ? Map.of()
                        : Map.of(
                                "removed",
                                changed.change().removed().stream()
                                        .map(Enum::name)
                                        .collect(Collectors.joining(",")));
            case ContactEvent.ConsentGiven given ->
                Map.of(
                        "consentId", given.consentId(),
                        "recipient", given.recipient(),
                        "scopes", scopes(given.scopes()),
                        "until", given.until().toString());
            case ContactEvent.ConsentWithdrawn withdrawn -> Map.of("consentId", withdrawn.consentId());
            case ContactEvent.ContactClosed closed ->
                Map.of("disposition", closed.disposition().name());
            case ContactEvent.DetailsDisclosed disclosed ->
                Map.of(
                        "referralId", disclosed.referralId(),
                        "partner", disclosed.partner(),
                        "consentId", disclosed.consentId(),
                        "scopes", scopes(disclosed.scopes()));
            case ContactEvent.WordsRead read -> Map.of();
            case ContactEvent.ContactErased erased ->
                erased.despiteAlert() == null ? Map.of() : Map.of("despiteOpenAlert", erased.despiteAlert());
        };
    }

    private static String answers(List<Given> answers) {
        return answers.stream()
                .map(given -> given.item() + "=" + given.value() + (given.recognised() ? "" : " (not recognised)"))
                .collect(Collectors.joining(", "));
    }

    private static String scopes(List<Scope> scopes) {
        return scopes.stream().map(Enum::name).collect(Collectors.joining(", "));
    }

    private static String lane(boolean urgent) {
        return urgent ? "URGENT" : "ROUTINE";
    }
}
