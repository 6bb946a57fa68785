package org.holdfast.referral.http;

import org.holdfast.chassis.decide.Refusal;
import org.holdfast.chassis.http.IdempotencyKey;
import org.holdfast.chassis.http.Problem;
import org.holdfast.chassis.journal.Cause;
import org.holdfast.chassis.journal.Handled;
import org.holdfast.chassis.vault.Vault;
import org.holdfast.referral.domain.ReferralEvent;
import org.holdfast.referral.domain.ReferralState;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What a partner writes beside an answer: it goes to the vault before the answer is decided, and out again if it is refused. */
final class Notes {

    private static final int LONGEST = 4_000;

    private final Vault vault;

    Notes(Vault vault) {
        this.vault = vault;
    }

    /** Where the note of this cause is kept; another body with the same key has another place. */
    static @Nullable String ref(Cause cause, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.length() > LONGEST) {
            throw Problem.invalid("note-too-long", "A note has at most " + LONGEST + " characters.", "/note");
        }
        return "note/" + IdempotencyKey.derivedId(cause, cause.bodyHash());
    }

    /** Where the note of the state is kept, if there is one. */
    static @Nullable String ref(ReferralState state) {
        return switch (state) {
            case ReferralState.Declined declined -> declined.noteRef();
            case ReferralState.Completed completed -> completed.noteRef();
            default -> null;
        };
    }

    /** Keeps the note, decides, and removes the note when the decision did not take it. */
    Mono<Handled<ReferralState, ReferralEvent>> beside(
            String caseId,
            @Nullable String ref,
            @Nullable String text,
            Mono<Handled<ReferralState, ReferralEvent>> deciding) {
        if (ref == null || text == null) {
            return deciding;
        }
        return vault.put(caseId, ref, text)
                .then(deciding)
                .flatMap(handled -> taken(handled, ref)
                        ? Mono.just(handled)
                        : vault.remove(caseId, ref).thenReturn(handled));
    }

    /** The note's text, or empty when there is none; 410 once the case was erased. */
    Mono<String> text(String caseId, @Nullable String ref) {
        return ref == null
                ? Mono.empty()
                : vault.get(caseId, ref)
                        .switchIfEmpty(vault.erased(caseId)
                                .filter(erased -> erased)
                                .flatMap(erased -> Mono.error(
                                        Problem.of(Refusal.gone("case-erased", "The person's data was erased.")))));
    }

    private static boolean taken(Handled<ReferralState, ReferralEvent> handled, String ref) {
        return handled instanceof Handled.Done<ReferralState, ReferralEvent> done
                && ref.equals(ref(done.entry().state()));
    }
}
