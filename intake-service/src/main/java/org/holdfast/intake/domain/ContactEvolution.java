package org.holdfast.intake.domain;

import java.time.Instant;
import java.util.List;

/** How a contact changes by what happened; every event counts, and only what others must know is told. */
final class ContactEvolution {

    private ContactEvolution() {}

    static Contact evolve(Contact state, ContactEvent event) {
        if (event instanceof ContactEvent.ContactOpened opened) {
            return new Contact.Open(opened(opened));
        }
        return switch (state) {
            case Contact.Unknown unknown -> unknown;
            case Contact.Erased(Opening opening, Instant erasedAt, long version) ->
                new Contact.Erased(opening, erasedAt, version + 1);
            case Contact.Open(Facts facts) -> {
                if (event instanceof ContactEvent.ContactClosed(Disposition disposition, Instant at)) {
                    yield new Contact.Closed(facts.counted(facts.tally().told(at, false)), disposition, at);
                }
                yield event instanceof ContactEvent.ContactErased erased
                        ? erased(facts, erased)
                        : new Contact.Open(further(facts, event));
            }
            case Contact.Closed(Facts facts, Disposition disposition, Instant closedAt) ->
                event instanceof ContactEvent.ContactErased erased
                        ? erased(facts, erased)
                        : new Contact.Closed(further(facts, event), disposition, closedAt);
        };
    }

    private static Facts opened(ContactEvent.ContactOpened opened) {
        Instant at = opened.at();
        Tally tally = Tally.first(at, opened.urgent());
        return new Facts(
                opened.opening(),
                Situation.NOTHING.with(opened.situation()),
                Answers.hold(List.of(), opened.answers(), 1, at),
                List.of(),
                List.of(),
                tally);
    }

    private static Contact erased(Facts facts, ContactEvent.ContactErased erased) {
        return new Contact.Erased(facts.opening(), erased.at(), facts.tally().version() + 1);
    }

    private static Facts further(Facts facts, ContactEvent event) {
        return switch (event) {
            case ContactEvent.AnswersGiven given -> facts.answered(given.answers(), given.urgent(), given.at());
            case ContactEvent.NoteWritten(String noteId, Instant at) -> facts.noted(noteId, at);
            case ContactEvent.DetailsChanged(Change change, List<String> _, Instant at) -> facts.changed(change, at);
            case ContactEvent.ConsentGiven given -> facts.consented(given);
            case ContactEvent.ConsentWithdrawn(String consentId, Instant at) -> facts.withdrawn(consentId, at);
            case ContactEvent.DetailsDisclosed _,
                    ContactEvent.WordsRead _,
                    ContactEvent.ContactOpened _,
                    ContactEvent.ContactClosed _,
                    ContactEvent.ContactErased _ -> facts.counted(facts.tally().seen());
        };
    }
}
