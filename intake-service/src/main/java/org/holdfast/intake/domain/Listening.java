package org.holdfast.intake.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.holdfast.chassis.decide.Decision;
import org.holdfast.chassis.decide.Refusal;

/** The decisions while a person is listened to. */
final class Listening {

    /** The most values and notes that one contact holds, so that it fits into one document and one message. */
    private static final int MOST_VALUES = 5_000;

    private static final int MOST_NOTES = 1_000;

    private static final String STALE = "stale";

    private Listening() {}

    static Decision<ContactEvent> open(Needs needs, ContactCommand.OpenContact open) {
        List<Refusal> wrong = new ArrayList<>(open.situation().wrong(needs));
        wrong.addAll(Answers.wrong(open.answers(), open.catalogue(), open.at()));
        return unless(
                wrong,
                () -> new ContactEvent.ContactOpened(
                        open.opening(), open.situation(), open.answers(), urgent(open.answers(), open.catalogue())));
    }

    static Decision<ContactEvent> answer(Facts facts, ContactCommand.GiveAnswers give) {
        if (give.answers().isEmpty()) {
            return Decision.refused(Refusal.invalid("answers-missing", "Give at least one answer.", "/answers"));
        }
        if (facts.values() + give.answers().size() > MOST_VALUES) {
            return full("answers");
        }
        return unless(
                Answers.wrong(give.answers(), give.catalogue(), give.at()),
                () -> new ContactEvent.AnswersGiven(
                        give.answers(), facts.tally().urgent() || urgent(give.answers(), give.catalogue()), give.at()));
    }

    static Decision<ContactEvent> note(Facts facts, ContactCommand.WriteNote write) {
        return facts.notes().size() >= MOST_NOTES
                ? full("notes")
                : Decision.accepted(new ContactEvent.NoteWritten(write.noteId(), write.at()));
    }

    static Decision<ContactEvent> change(Needs needs, Facts facts, ContactCommand.ChangeDetails change) {
        if (change.change().empty()) {
            return Decision.refused(Refusal.invalid("details-missing", "Say at least one detail that changed.", ""));
        }
        if (change.seenVersion() != null
                && change.seenVersion() != facts.tally().changedVersion()) {
            return stale();
        }
        List<String> gone = change.change().removed().stream()
                .flatMap(one -> one.detail().stream())
                .map(facts.situation().refs()::get)
                .filter(Objects::nonNull)
                .toList();
        return unless(
                change.change().wrong(needs),
                () -> new ContactEvent.DetailsChanged(change.change(), gone, change.at()));
    }

    private static Decision<ContactEvent> stale() {
        return Decision.refused(
                Refusal.conflict(STALE, "It has changed since you read it; read it again and decide anew."));
    }

    static Decision<ContactEvent> close(Facts facts, ContactCommand.CloseContact close) {
        if (close.seenVersion() != facts.tally().changedVersion()) {
            return stale();
        }
        return close.disposition().allowedUnder(close.code())
                ? Decision.accepted(new ContactEvent.ContactClosed(close.disposition(), close.at()))
                : Decision.refused(Refusal.conflict(
                        "contact-untriaged",
                        "No code is known for the newest answers, or the suicide questions are not all answered: ask them,"
                                + " wait for the code, or close with REFUSED, LEFT, WRONG_NUMBER, INFORMATION, SILENT,"
                                + " EMERGENCY_SERVICES or TEST."));
    }

    /** All or nothing: everything that is wrong is named, and one thing that is wrong holds back the rest. */
    private static Decision<ContactEvent> unless(List<Refusal> wrong, Supplier<ContactEvent> event) {
        return wrong.isEmpty() ? Decision.accepted(event.get()) : Decision.refused(Refusal.all(wrong));
    }

    private static boolean urgent(List<Given> answers, Catalogue catalogue) {
        return !catalogue.published() || answers.stream().anyMatch(catalogue::urgent);
    }

    private static Decision<ContactEvent> full(String what) {
        return Decision.refused(Refusal.conflict(
                "contact-full",
                "This contact holds as many " + what + " as it can: open a new contact and go on there."));
    }
}
