package org.holdfast.intake.http;

import java.util.List;
import org.holdfast.chassis.vault.Vault;
import org.holdfast.intake.domain.Detail;
import org.holdfast.intake.domain.Facts;
import org.holdfast.intake.domain.Note;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads words of one contact out of the vault; who calls it has written the audit entry before. */
final class VaultReading {

    private final Vault vault;
    private final Facts facts;
    private final String caseId;

    VaultReading(Vault vault, Facts facts) {
        this.vault = vault;
        this.facts = facts;
        caseId = facts.opening().caseId();
    }

    Mono<WordsView> all() {
        return Mono.zip(
                        person(Detail.CALLER_NAME, Detail.CALLER_NUMBER),
                        person(Detail.PERSON_NAME, Detail.PERSON_NUMBER),
                        notes(),
                        unrecognised())
                .map(words -> new WordsView(
                        facts.opening().contactId(), words.getT1(), words.getT2(), words.getT3(), words.getT4()));
    }

    Mono<WordsView.PersonView> person(Detail name, Detail number) {
        return text(facts.situation().refs().get(name))
                .zipWith(
                        text(facts.situation().refs().get(number)),
                        (aName, aNumber) -> new WordsView.PersonView(orNull(aName), orNull(aNumber)));
    }

    Mono<List<WordsView.NoteView>> notes() {
        return Flux.fromIterable(facts.notes())
                .concatMap(note -> vault.get(caseId, note.noteId()).map(text -> view(note, text)))
                .collectList();
    }

    private Mono<List<WordsView.UnrecognisedView>> unrecognised() {
        return Flux.fromIterable(facts.answers())
                .filter(item -> item.ref() != null)
                .concatMap(item -> text(item.ref()).map(words -> {
                    int line = words.indexOf('\n');
                    return new WordsView.UnrecognisedView(
                            String.valueOf(item.ref()),
                            item.values().getFirst().at(),
                            line < 0 ? "" : words.substring(0, line),
                            words.substring(line + 1));
                }))
                .collectList();
    }

    private Mono<String> text(@Nullable String ref) {
        return ref == null ? Mono.just("") : vault.get(caseId, ref).defaultIfEmpty("");
    }

    private static WordsView.NoteView view(Note note, String text) {
        return new WordsView.NoteView(note.noteId(), note.at(), text);
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
