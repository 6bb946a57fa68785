package org.holdfast.intake.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to a contact; each decision writes exactly one, so that the version of the stream counts them. */
public sealed interface ContactEvent {

    /** When it happened (UTC). */
    Instant at();

    /**
     * A person made contact.
     *
     * @param opening what was settled
     * @param situation what was known
     * @param answers what was already answered
     * @param urgent whether the urgent lane is called for
     */
    record ContactOpened(Opening opening, Change situation, List<Given> answers, boolean urgent)
            implements ContactEvent {
        public ContactOpened {
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
     * @param answers what
     * @param urgent whether the contact travels on the urgent lane from now on, for these answers or for earlier ones
     */
    record AnswersGiven(List<Given> answers, boolean urgent, Instant at) implements ContactEvent {
        public AnswersGiven {
            answers = List.copyOf(answers);
        }
    }

    /**
     * A note was written.
     *
     * @param noteId its id
     */
    record NoteWritten(String noteId, Instant at) implements ContactEvent {}

    /**
     * The person's situation became better known.
     *
     * @param change what
     * @param gone the references of what was removed, which the vault holds no longer than this is known
     */
    record DetailsChanged(Change change, List<String> gone, Instant at) implements ContactEvent {
        public DetailsChanged {
            gone = gone == null ? List.of() : List.copyOf(gone);
        }
    }

    /**
     * The person agreed to share.
     *
     * @param consentId the id of the consent
     * @param recipient the id of the partner agency
     * @param scopes what may be shared
     * @param until the last instant at which it may be shared (UTC)
     */
    record ConsentGiven(String consentId, String recipient, List<Scope> scopes, Instant until, Instant at)
            implements ContactEvent {
        public ConsentGiven {
            scopes = List.copyOf(scopes);
        }
    }

    /**
     * The person took a consent back.
     *
     * @param consentId the id of the consent
     */
    record ConsentWithdrawn(String consentId, Instant at) implements ContactEvent {}

    /**
     * The contact ended.
     *
     * @param disposition how
     */
    record ContactClosed(Disposition disposition, Instant at) implements ContactEvent {}

    /**
     * Details were given to a partner agency.
     *
     * @param referralId for which referral
     * @param partner to whom
     * @param consentId under which consent
     * @param scopes what
     */
    record DetailsDisclosed(String referralId, String partner, String consentId, List<Scope> scopes, Instant at)
            implements ContactEvent {
        public DetailsDisclosed {
            scopes = List.copyOf(scopes);
        }
    }

    /** A member of staff read what is in the vault. */
    record WordsRead(Instant at) implements ContactEvent {}

    /**
     * The case was erased.
     *
     * @param despiteAlert the alert that was open and was known to be, if one was
     */
    record ContactErased(@Nullable String despiteAlert, Instant at) implements ContactEvent {}
}
