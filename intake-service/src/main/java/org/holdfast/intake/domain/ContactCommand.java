package org.holdfast.intake.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be asked of a contact; every text in it is a code, an id or a reference into the vault. */
public sealed interface ContactCommand {

    /** When it was asked (UTC). */
    Instant at();

    /**
     * A person made contact.
     *
     * @param opening what is settled now
     * @param situation what is known of the person's situation
     * @param answers what was already answered
     * @param catalogue the items that protocols know
     */
    record OpenContact(Opening opening, Change situation, List<Given> answers, Catalogue catalogue)
            implements ContactCommand {
        public OpenContact {
            answers = List.copyOf(answers);
        }

        @Override
        public Instant at() {
            return opening.openedAt();
        }
    }

    /**
     * The person answered.
     *
     * @param answers what was answered
     * @param catalogue the items that protocols know
     */
    record GiveAnswers(List<Given> answers, Catalogue catalogue, Instant at) implements ContactCommand {
        public GiveAnswers {
            answers = List.copyOf(answers);
        }
    }

    /**
     * The operator wrote a note.
     *
     * @param noteId the id of the note, under which the vault holds its text
     */
    record WriteNote(String noteId, Instant at) implements ContactCommand {}

    /**
     * Something became known about the person's situation.
     *
     * @param change what
     * @param seenVersion the version that whoever removes something saw; null where nothing is removed
     */
    record ChangeDetails(Change change, @Nullable Long seenVersion, Instant at) implements ContactCommand {}

    /**
     * The person agreed to share.
     *
     * @param consentId the id of the consent
     * @param recipient the id of the partner agency
     * @param known whom a consent can name
     * @param scopes what may be shared
     * @param until the last instant at which it may be shared (UTC)
     */
    record GiveConsent(
            String consentId, String recipient, Recipients known, List<Scope> scopes, Instant until, Instant at)
            implements ContactCommand {
        public GiveConsent {
            scopes = List.copyOf(scopes);
        }
    }

    /**
     * The person took a consent back.
     *
     * @param consentId the id of the consent
     */
    record WithdrawConsent(String consentId, Instant at) implements ContactCommand {}

    /**
     * The contact ended.
     *
     * @param disposition how
     * @param code the code that was heard for the newest answers, if one was
     * @param seenVersion the version that the operator saw
     */
    record CloseContact(Disposition disposition, @Nullable String code, long seenVersion, Instant at)
            implements ContactCommand {}

    /**
     * A partner agency that accepted a referral wants the details that the consent covers.
     *
     * @param referralId the referral
     * @param partner the id of the partner agency
     * @param consentId the consent that the acceptance named
     */
    record Disclose(String referralId, String partner, String consentId, Instant at) implements ContactCommand {}

    /** A member of staff reads what is in the vault. */
    record ReadWords(Instant at) implements ContactCommand {}

    /**
     * The case is erased.
     *
     * @param openAlert the alert of the case with which nobody is done, if there is one
     * @param despiteOpenAlert whether it was said that it is erased all the same
     */
    record EraseCase(@Nullable String openAlert, boolean despiteOpenAlert, Instant at) implements ContactCommand {}
}
