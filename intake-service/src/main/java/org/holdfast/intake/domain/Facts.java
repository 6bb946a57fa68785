package org.holdfast.intake.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that is known of a contact.
 *
 * @param opening what was settled when it was opened
 * @param situation the person's situation
 * @param answers for each item every value it ever held
 * @param notes the notes, oldest first
 * @param consents the consents, oldest first
 * @param tally how far it has come
 */
public record Facts(
        Opening opening,
        Situation situation,
        List<ItemAnswers> answers,
        List<Note> notes,
        List<Consent> consents,
        Tally tally) {

    public Facts {
        answers = List.copyOf(answers);
        notes = List.copyOf(notes);
        consents = List.copyOf(consents);
    }

    /** The consent of that id, if the person gave it. */
    public Optional<Consent> consent(String consentId) {
        return consents.stream()
                .filter(consent -> consent.consentId().equals(consentId))
                .findFirst();
    }

    /** The references under which the vault holds what belongs to this contact. */
    public Set<String> refs() {
        Set<String> refs = new HashSet<>(situation.refs().values());
        notes.forEach(note -> refs.add(note.noteId()));
        answers.stream().map(ItemAnswers::ref).filter(Objects::nonNull).forEach(refs::add);
        return refs;
    }

    int values() {
        return answers.stream().mapToInt(item -> item.values().size()).sum();
    }

    Facts counted(Tally counted) {
        return new Facts(opening, situation, answers, notes, consents, counted);
    }

    Facts answered(List<Given> given, boolean urgent, Instant at) {
        Tally counted = tally.told(at, urgent);
        return new Facts(
                opening, situation, Answers.hold(answers, given, counted.version(), at), notes, consents, counted);
    }

    Facts changed(Change change, Instant at) {
        return new Facts(opening, situation.with(change), answers, notes, consents, tally.told(at, false));
    }

    Facts noted(String noteId, Instant at) {
        List<Note> all = new ArrayList<>(notes);
        all.add(new Note(noteId, at));
        return new Facts(opening, situation, answers, all, consents, tally.quietly());
    }

    Facts consented(ContactEvent.ConsentGiven given) {
        Tally counted = tally.quietly();
        List<Consent> all = new ArrayList<>(consents);
        all.add(new Consent(
                given.consentId(),
                given.recipient(),
                given.scopes(),
                given.until(),
                false,
                counted.version(),
                given.at()));
        return new Facts(opening, situation, answers, notes, all, counted);
    }

    Facts withdrawn(String consentId, Instant at) {
        Tally counted = tally.quietly();
        List<Consent> all = consents.stream()
                .map(consent ->
                        consent.consentId().equals(consentId) ? consent.takenBack(counted.version(), at) : consent)
                .toList();
        return new Facts(opening, situation, answers, notes, all, counted);
    }
}
